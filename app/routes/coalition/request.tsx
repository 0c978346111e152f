import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { confirmCoSignRequest, findCoSignRequest } from "#app/coalition/confirm-request.server.ts";
import { DeadLink } from "#app/components/dead-link.tsx";
import { Page } from "#app/components/page.tsx";
import { campaignPage } from "#app/http/page-setting.ts";
import { paths } from "#app/http/paths.ts";
import { INTERFACE_LANGUAGE } from "#app/letters/languages.ts";

export const meta: MetaFunction = () => [{ title: "Confirm the request" }, { name: "robots", content: "noindex" }];

/** Opening the link changes nothing: mail scanners follow links. */
export async function loader({ params }: LoaderFunctionArgs) {
  const { token = "" } = params;
  const found = await findCoSignRequest(token);
  if (!found) return data({ token, found: undefined, page: { language: INTERFACE_LANGUAGE, isSample: false } }, { status: 404 });
  const { campaign, ...request } = found;
  const { slug, name, privacyContact } = campaign;
  return data({ token, found: { ...request, campaign: { slug, name, privacyContact } }, page: campaignPage(campaign, INTERFACE_LANGUAGE) });
}

export async function action({ params }: ActionFunctionArgs) {
  return confirmCoSignRequest(params.token ?? "");
}

export default function CoSignRequest() {
  const { token, found } = useLoaderData<typeof loader>();
  if (!found) return <DeadLink what="link" />;
  const { campaign, organisation, state } = found;
  if (state !== "asked") return <Told campaign={campaign} organisation={organisation} state={state} />;
  return (
    <Page campaign={campaign}>
      <h1>
        Does <bdi>{organisation}</bdi> want to co-sign?
      </h1>
      <p className="lead">
        The letter of the campaign <bdi>{campaign.name}</bdi>. Its organizers see this once you confirm it, and decide.
      </p>
      <dl className="facts">
        <dt>Web site</dt>
        <dd>
          <bdi>{found.url}</bdi>
        </dd>
        <dt>You</dt>
        <dd>
          <bdi>{found.contactName}</bdi>, <bdi>{found.contactRole}</bdi>
        </dd>
        {found.why && <dt>Why</dt>}
        {found.why && <dd dir="auto">{found.why}</dd>}
      </dl>
      <form method="post" action={paths.coSignRequest(token)}>
        <p>
          <button className="button" type="submit">
            Confirm the request
          </button>
        </p>
      </form>
      <p>
        It wasn’t you? <a href={paths.coSignDenial(token)}>Remove the request</a>, and nothing of it is kept.
      </p>
    </Page>
  );
}

const TOLD = {
  confirmed: { title: "The request is confirmed", words: "The campaign’s organizers have it now. If they agree, we mail you your link to the letter and the one to your page." },
  approved: { title: "Your organisation co-signs", words: "The link to your page is in the mail that told you so." },
  declined: { title: "The organizers have decided", words: "They did not add your organisation. Your name, role and address are deleted." },
} as const;

function Told({ campaign, organisation, state }: { campaign: { slug: string; privacyContact: string }; organisation: string; state: keyof typeof TOLD }) {
  return (
    <Page campaign={campaign}>
      <h1>{TOLD[state].title}</h1>
      <p className="lead">
        <bdi>{organisation}</bdi>: {TOLD[state].words}
      </p>
      <p>
        <a href={paths.letter(campaign.slug)}>Go to the letter</a>
      </p>
    </Page>
  );
}
