import { countCoSigners } from "#app/campaigns/co-signers.server.ts";
import { listDemands } from "#app/campaigns/demands.server.ts";
import { languageName } from "#app/campaigns/languages.ts";
import { type DraftText, listDraftTexts } from "#app/letters/drafts.server.ts";
import { checkTemplate } from "#app/messages/check-template.ts";
import type { DeskCampaign } from "#app/organizers/desk-campaigns.server.ts";
import { listTargets } from "#app/retailers/targets.server.ts";
import { readSteps } from "./set-up-needs.ts";
import { readSignOffs } from "./sign-off.server.ts";
import { ownDraft } from "./test-views.server.ts";

/** Every step of a campaign's set-up, with what each still lacks. */
export async function readSetUp(campaign: DeskCampaign, urls: { letter(slug: string): string }) {
  const [drafts, demands, targets, coSignerCount, signOffs] = await Promise.all([
    listDraftTexts(campaign.id),
    listDemands(campaign.id),
    listTargets(campaign.id),
    countCoSigners(campaign.id),
    readSignOffs(campaign, urls),
  ]);
  return readSteps({
    ...campaign,
    addressees: ownDraft(campaign, drafts)?.addressees ?? "",
    letters: drafts.map((draft) => ({ language: draft.language, languageName: languageName(draft.language), missing: whatTheLetterLacks(draft) })),
    demandCount: demands.length,
    targets: targets.map(({ name, hasWorkingContact, askedOn }) => ({ name, hasWorkingContact, isAsked: askedOn !== null })),
    templateFaults: checkTemplate({ subject: campaign.messageSubject, body: campaign.messageTemplate }),
    coSignerCount,
    signOffs: { letter: signOffs.letter.state, message: signOffs.message.state },
    isOpened: campaign.state !== "draft",
  });
}

/** Addressees are the first step's and are asked for there. */
function whatTheLetterLacks({ title, summary, datedOn, bodyMarkdown }: DraftText): string[] {
  const parts = { title, summary, date: datedOn ?? "", text: bodyMarkdown };
  return Object.entries(parts).flatMap(([part, words]) => (words.trim() === "" ? [part] : []));
}
