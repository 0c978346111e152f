import { findShownReceipt } from "#app/register/shown-receipt.server.ts";
import { questionAbout } from "#app/signatures/letter-changes/question.server.ts";
import { versionsSigned } from "#app/signatures/letter-changes/versions-signed.server.ts";
import { keptUntil } from "#app/signatures/own/kept.ts";
import { listEnded, listOwnConsents, listOwnMails } from "#app/signatures/own/mails.server.ts";
import { findNumber } from "#app/signatures/own/number.server.ts";
import type { OwnSignature } from "#app/signatures/own/own-page.server.ts";
import { canSign } from "#app/campaigns/states.ts";
import { listMessages } from "./list.server.ts";

export type MySignatureFacts = Awaited<ReturnType<typeof readMySignature>>;

/** All that a signer's own page shows of one signature. */
export async function readMySignature(signature: OwnSignature) {
  const { id, state, campaign, letter } = signature;
  const [number, messages, agreed, mails, ended, versions, question, receipt] = await Promise.all([
    state === "confirmed" ? findNumber({ signatureId: id, campaignId: campaign.id }) : null,
    listMessages(id),
    listOwnConsents(id),
    // A request that was found suspect got none, and is not to be told by that.
    state === "pending" ? [] : listOwnMails([id]),
    listEnded(id),
    versionsSigned(id),
    state === "confirmed" ? questionAbout(letter.id) : undefined,
    findShownReceipt(id),
  ]);
  const { slug, name, language, privacyContact, updatesConsentWording } = campaign;
  return {
    ...signature, number, messages, mails, agreed, ended,
    letter: { title: letter.title, number: letter.number, language: letter.language }, versions, receipt,
    isAskedAgain: question !== undefined,
    kept: keptUntil(signature),
    campaign: { slug, name, language, privacyContact, updatesConsentWording, canSign: canSign(campaign) },
    wantsUpdates: agreed.some(({ kind, withdrawnAt }) => kind === "updates" && withdrawnAt === null),
    canEdit: state === "confirmed" || state === "withdrawn",
  };
}
