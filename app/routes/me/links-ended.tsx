import type { MetaFunction } from "@remix-run/node";
import { Page } from "#app/components/page.tsx";
import { paths } from "#app/http/paths.ts";

export const meta: MetaFunction = () => [{ title: "All links are ended" }, { name: "robots", content: "noindex" }];

/** Says nothing of anybody, for its address is no secret. */
export default function LinksEnded() {
  return (
    <Page>
      <h1>All links are ended</h1>
      <p className="lead">No link that was mailed before opens the page any more, and no browser that came by one stays signed in. A new link is on its way to your inbox.</p>
      <p>
        If it does not come, <a href={paths.askForMeAnywhere()}>ask for it again</a>.
      </p>
    </Page>
  );
}
