import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Page } from "#app/components/page.tsx";
import { Share } from "#app/components/share.tsx";
import { TestModeNotice } from "#app/components/test-mode-notice.tsx";
import { absolute } from "#app/http/absolute-urls.server.ts";
import { campaignPage } from "#app/http/page-setting.ts";
import { requireCampaign, requireLetter, requireSigner } from "#app/http/guards.server.ts";
import { paths } from "#app/http/paths.ts";
import { INTERFACE_LANGUAGE } from "#app/letters/languages.ts";
import { listMessages } from "#app/messages/list.server.ts";
import { listTargets } from "#app/retailers/targets.server.ts";
import type { Signer } from "#app/signatures/session.server.ts";

const WAITS = "waits for you to confirm your signature";

export const meta: MetaFunction = () => [{ title: "Your messages" }, { name: "robots", content: "noindex" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const campaign = await requireCampaign(params.slug);
  const signer = await requireSigner(request, campaign);
  const letter = await requireLetter(campaign);
  const { slug, privacyContact, isInTestMode } = campaign;
  return {
    campaign: { slug, privacyContact, isInTestMode },
    letter: { title: letter.title, url: absolute(paths.letter(slug)) },
    email: signer.email,
    isConfirmed: signer.isConfirmed,
    messages: await listFates(campaign.id, signer, new URL(request.url).searchParams.getAll("to")),
    page: campaignPage(campaign, INTERFACE_LANGUAGE),
  };
}

export default function Sent() {
  const { campaign, letter, email, isConfirmed, messages } = useLoaderData<typeof loader>();
  return (
    <Page campaign={campaign}>
      <h1>{isConfirmed ? "Your messages are with us" : "One step is left"}</h1>
      {isConfirmed && (
        <p className="lead">
          {!campaign.isInTestMode && "They leave one by one, in the order in which they came. "}
          <a href={paths.askForMe(campaign.slug)}>Your own page</a> shows what becomes of each.
        </p>
      )}
      {!isConfirmed && (
        <p className="lead">
          Confirm your signature with the mail to <bdi>{email}</bdi>. It lists your messages once more; they go with your
          confirmation.
        </p>
      )}
      {campaign.isInTestMode && <TestModeNotice />}
      {messages.length > 0 && (
        <ul className="ruled fates">
          {messages.map(({ retailerName, status }) => (
            <li key={retailerName}>
              <strong>
                <bdi>{retailerName}</bdi>
              </strong> <span>{status}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="actions">
        {!isConfirmed && (
          <a className="button" href={paths.checkInbox(campaign.slug)}>
            Type the code from the mail
          </a>
        )}
        <a href={paths.chooseRetailers(campaign.slug)}>Write to another retailer</a>
        <a href={paths.scoreboard(campaign.slug)}>See what retailers answered</a>
      </p>
      <Share {...letter} />
    </Page>
  );
}

/**
 * A proven signer sees what became of each message. Another browser sees the retailers it has just written to, whatever
 * was kept of that: a message that gave way to one of the owner's would tell that the owner has signed and written.
 */
async function listFates(campaignId: string, signer: Signer, to: string[]) {
  if (signer.isConfirmed && signer.signatureId) {
    const messages = await listMessages(signer.signatureId);
    return messages.map(({ retailerName, status }) => ({ retailerName, status }));
  }
  const targets = await listTargets(campaignId);
  return targets.filter(({ slug }) => to.includes(slug)).map(({ name }) => ({ retailerName: name, status: WAITS }));
}
