import type { MetaFunction } from "@remix-run/node";
import { Page } from "#app/components/page.tsx";
import { paths } from "#app/http/paths.ts";

export const meta: MetaFunction = () => [{ title: "Erased" }, { name: "robots", content: "noindex" }];

/** Says nothing of anybody, for its address is no secret. */
export default function Erased() {
  return (
    <Page>
      <h1>Erased</h1>
      <p className="lead">Nothing is held for this address any more, and no link to its page works. A mail that was leaving at that very moment may still arrive; what is in it opens nothing.</p>
      <p>
        <a href={paths.home()}>Go to the front page</a>
      </p>
    </Page>
  );
}
