import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ConfirmForm } from "#app/components/confirm-form.tsx";
import { DeadLink } from "#app/components/dead-link.tsx";
import { Page } from "#app/components/page.tsx";
import { Share } from "#app/components/share.tsx";
import { TypedSignature } from "#app/components/typed-signature.tsx";
import { absolute } from "#app/http/absolute-urls.server.ts";
import { readFields } from "#app/http/form.ts";
import { campaignPage } from "#app/http/page-setting.ts";
import { paths } from "#app/http/paths.ts";
import { signerCookie } from "#app/http/signer-cookie.server.ts";
import { INTERFACE_LANGUAGE, spokenIn } from "#app/letters/languages.ts";
import { findConfirmation } from "#app/signatures/confirmation.server.ts";
import { confirmSignature } from "#app/signatures/confirm.server.ts";

export const meta: MetaFunction = () => [{ title: "Confirm your signature" }, { name: "robots", content: "noindex" }];

/** Opening the link changes nothing: mail scanners follow links. */
export async function loader({ params }: LoaderFunctionArgs) {
  const { token = "" } = params;
  const found = await findConfirmation(token);
  if (!found) return data({ token, found: undefined, page: { language: "en", isSample: false } }, { status: 404 });
  const { isSample, accent, logoHash, ...confirmation } = found;
  const page = campaignPage({ name: found.campaignName, isSample, accent, logoHash }, INTERFACE_LANGUAGE);
  const letterUrl = absolute(paths.letter(found.campaignSlug));
  return data({ token, found: { ...confirmation, letterUrl }, page });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const fields = await readFields(request);
  const confirmed = await confirmSignature(params.token ?? "", { releasedMessageIds: fields.getAll("release") });
  if (confirmed.outcome === "unknown" || confirmed.outcome === "expired") return data({ outcome: confirmed.outcome, meUrl: undefined });
  if (!confirmed.sessionToken) return data({ outcome: confirmed.outcome, meUrl: undefined });
  const headers = { "Set-Cookie": signerCookie(confirmed.campaignSlug, confirmed.sessionToken) };
  return data({ outcome: confirmed.outcome, meUrl: paths.me(confirmed.meToken) }, { headers });
}

export default function Confirm() {
  const { token, found } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (!found) return <DeadLink what="confirmation link" />;
  const campaign = { slug: found.campaignSlug };
  if (answer?.meUrl) return <Confirmed {...found} meUrl={answer.meUrl} />;
  if (found.state === "expired") return <DeadLink what="confirmation link" campaign={campaign} isExpired />;
  if (found.state === "confirmed") return <AlreadyConfirmed {...found} />;
  return (
    <Page campaign={campaign}>
      <h1>Is this your signature?</h1>
      <p className="lead">
        <bdi>{found.name}</bdi>, under the letter “<span {...spokenIn(found.language)}>{found.letterTitle}</span>”
      </p>
      <TypedSignature {...found} />
      <ConfirmForm token={token} messages={found.heldMessages} />
      <p>
        Not you, or not your words? <a href={paths.denial(token)}>Remove the request</a>, and nothing of it is kept. You can
        sign again at once.
      </p>
    </Page>
  );
}

interface Found {
  campaignSlug: string;
  letterTitle: string;
  letterUrl: string;
}

function Confirmed({ campaignSlug, letterTitle, letterUrl, meUrl }: Found & { meUrl: string }) {
  return (
    <Page campaign={{ slug: campaignSlug }}>
      <h1>Your signature is confirmed</h1>
      <p className="lead">It is counted from now on. Next, carry the demands to the retailers you buy from, in your own words.</p>
      <p className="actions">
        <a className="button" href={paths.chooseRetailers(campaignSlug)}>
          Choose retailers
        </a>
        <a href={meUrl}>See what we hold about you</a>
      </p>
      <Share title={letterTitle} url={letterUrl} />
    </Page>
  );
}

function AlreadyConfirmed({ campaignSlug }: Found) {
  return (
    <Page campaign={{ slug: campaignSlug }}>
      <h1>This signature is confirmed</h1>
      <p className="lead">There is nothing left to do with this link.</p>
      <p>
        To see what was signed and sent, or to withdraw it, <a href={paths.askForMe(campaignSlug)}>ask for your own page</a>. To
        read the letter again, <a href={paths.letter(campaignSlug)}>go to the letter</a>.
      </p>
    </Page>
  );
}
