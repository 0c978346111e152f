import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DeadLink } from "#app/components/dead-link.tsx";
import { Page } from "#app/components/page.tsx";
import { paths } from "#app/http/paths.ts";
import { INTERFACE_LANGUAGE, spokenIn } from "#app/letters/languages.ts";
import { findConfirmation } from "#app/signatures/confirmation.server.ts";
import { denySignature } from "#app/signatures/confirm.server.ts";

export const meta: MetaFunction = () => [{ title: "It wasn’t me" }, { name: "robots", content: "noindex" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { token = "" } = params;
  const found = await findConfirmation(token);
  const page = { language: INTERFACE_LANGUAGE, isSample: found?.isSample ?? false };
  // After the request was removed, its page is shown once more and found gone.
  if (!found) return data({ token, found: undefined, page }, { status: request.method === "GET" ? 404 : 200 });
  const { campaignSlug, letterTitle, language, state } = found;
  return data({ token, found: { campaignSlug, letterTitle, language, state }, page });
}

export async function action({ params }: ActionFunctionArgs) {
  return denySignature(params.token ?? "");
}

export default function Deny() {
  const { token, found } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer?.outcome === "removed") return <Removed />;
  if (!found) return <DeadLink what="link" />;
  if (found.state === "confirmed") return <Confirmed slug={found.campaignSlug} />;
  return (
    <Page campaign={{ slug: found.campaignSlug }}>
      <h1>Was it not you?</h1>
      <p className="lead">
        Somebody typed your address into the form under the letter “<span {...spokenIn(found.language)}>{found.letterTitle}</span>”. Remove the request, and the name,
        the address and any messages that waited with it are deleted.
      </p>
      <form method="post" action={paths.denial(token)}>
        <p>
          <button className="button" type="submit">
            Remove the request
          </button>
        </p>
      </form>
      <p>
        Was it you after all? <a href={paths.confirmation(token)}>Confirm your signature</a>
      </p>
    </Page>
  );
}

function Removed() {
  return (
    <Page>
      <h1>The request is removed</h1>
      <p className="lead">Nothing was published. The request is deleted, and so are any messages that waited with it. You need do nothing more.</p>
    </Page>
  );
}

function Confirmed({ slug }: { slug: string }) {
  return (
    <Page campaign={{ slug }}>
      <h1>This signature was confirmed</h1>
      <p className="lead">
        It was confirmed by a mail to your address. To take it off the letter,{" "}
        <a href={paths.askForMe(slug)}>ask for your own page</a> and withdraw it there.
      </p>
    </Page>
  );
}
