import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { denyCoSignRequest, findCoSignRequest } from "#app/coalition/confirm-request.server.ts";
import { DeadLink } from "#app/components/dead-link.tsx";
import { Page } from "#app/components/page.tsx";
import { paths } from "#app/http/paths.ts";
import { INTERFACE_LANGUAGE } from "#app/letters/languages.ts";

export const meta: MetaFunction = () => [{ title: "It wasn’t me" }, { name: "robots", content: "noindex" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { token = "" } = params;
  const found = await findCoSignRequest(token);
  const page = { language: INTERFACE_LANGUAGE, isSample: found?.campaign.isSample ?? false };
  const isOpen = found?.state === "asked" || found?.state === "confirmed";
  // After it was removed, its page is shown once more and found gone.
  if (!found || !isOpen) return data({ token, found: undefined, page }, { status: request.method === "GET" ? 404 : 200 });
  return data({ token, found: { organisation: found.organisation, slug: found.campaign.slug }, page });
}

export async function action({ params }: ActionFunctionArgs) {
  return denyCoSignRequest(params.token ?? "");
}

export default function CoSignDenial() {
  const { token, found } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer?.outcome === "removed") return <Removed />;
  if (!found) return <DeadLink what="link" />;
  return (
    <Page campaign={{ slug: found.slug }}>
      <h1>Was it not you?</h1>
      <p className="lead">
        Somebody typed your address into the form by which organisations co-sign, for <bdi>{found.organisation}</bdi>. Remove the request, and
        all that was typed is deleted.
      </p>
      <form method="post" action={paths.coSignDenial(token)}>
        <p>
          <button className="button" type="submit">
            Remove the request
          </button>
        </p>
      </form>
      <p>
        Was it you after all? <a href={paths.coSignRequest(token)}>See the request</a>
      </p>
    </Page>
  );
}

function Removed() {
  return (
    <Page>
      <h1>The request is removed</h1>
      <p className="lead">Nothing was published, and nothing of it is kept. You need do nothing more.</p>
    </Page>
  );
}
