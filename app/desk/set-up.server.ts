import { countCoSigners } from "#app/campaigns/co-signers.server.ts";
import { listDemands } from "#app/campaigns/demands.server.ts";
import { listLetterTexts } from "#app/letters/draft.server.ts";
import { englishName } from "#app/letters/languages.ts";
import { type LetterText, missingParts } from "#app/letters/letter-text.ts";
import { checkTemplate } from "#app/messages/check-template.ts";
import type { Campaign } from "#app/campaigns/find.server.ts";
import { listTargets } from "#app/retailers/targets.server.ts";
import { readSteps, whatIsMissing } from "./set-up-needs.ts";
import { readSignOffs } from "./sign-off.server.ts";
import { ownDraft } from "./test-views.server.ts";

/** Every step of a campaign's set-up, with what each still lacks. */
export async function readSetUp(campaign: Campaign, urls: { letter(slug: string): string }) {
  const [drafts, demands, coSignerCount, targets, signOffs] = await Promise.all([
    listLetterTexts(campaign.id),
    listDemands(campaign.id),
    countCoSigners(campaign.id),
    listTargets(campaign.id),
    readSignOffs(campaign, urls),
  ]);
  return readSteps({
    ...campaign,
    addressees: ownDraft(campaign, drafts)?.text.addressees ?? "",
    letters: drafts.map(({ language, text }) => ({ language, languageName: englishName(language), missing: whatTheLetterLacks(text) })),
    demandCount: demands.length,
    coSignerCount,
    targets: targets.map(({ name, hasWorkingContact, askedOn }) => ({ name, hasWorkingContact, isAsked: askedOn !== null })),
    templateFaults: checkTemplate({ subject: campaign.messageSubject, body: campaign.messageTemplate }),
    signOffs: { letter: signOffs.letter.state, message: signOffs.message.state },
    isOpened: campaign.state !== "draft",
  });
}

/** What stands in the way of opening this draft, whoever opens it: its organizers or the clock. */
export async function whatHindersOpening(campaign: Campaign, urls: { letter(slug: string): string }) {
  return whatIsMissing(await readSetUp(campaign, urls));
}

/** Addressees are the first step's and are asked for there. */
function whatTheLetterLacks(text: LetterText): string[] {
  return missingParts(text).flatMap(({ part, label }) => (part === "addressees" ? [] : [label === "Letter" ? "text" : label.toLowerCase()]));
}
