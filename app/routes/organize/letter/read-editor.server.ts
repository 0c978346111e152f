import { readLetterDesk, readLetterState } from "#app/desk/letter.server.ts";
import { readLetterDraft } from "#app/letters/draft.server.ts";
import { listPublishedLanguages } from "#app/letters/find.server.ts";
import { fieldsOf } from "#app/letters/letter-form.ts";
import { previewLetter } from "#app/letters/preview.ts";
import type { DeskCampaign } from "#app/organizers/desk-campaigns.server.ts";
import { countSignatures } from "#app/signatures/count.server.ts";

/** All that the editor of one language shows, and the text of another that is shown beside it. */
export async function readLetterEditor(campaign: DeskCampaign, language: string, beside: string | undefined) {
  const [{ draft, state, newest }, main, desk, published, signatureCount] = await Promise.all([
    readLetterState(campaign.id, language),
    readLetterDraft(campaign.id, campaign.language),
    readLetterDesk(campaign),
    listPublishedLanguages(campaign.id),
    countSignatures(campaign.id),
  ]);
  const others = desk.languages.filter(({ language: other, title }) => other !== language && title !== "").map((other) => other.language);
  // A translation is of the same day as the letter, until somebody says otherwise.
  const isBegun = draft.revision > 0 || newest !== undefined;
  return {
    language,
    fields: isBegun ? fieldsOf(draft.text) : { ...fieldsOf(draft.text), dated_on: main.text.datedOn ?? "" },
    revision: draft.revision,
    state,
    others,
    beside: beside && others.includes(beside) ? { language: beside, text: (await readLetterDraft(campaign.id, beside)).text } : undefined,
    preview: previewLetter(draft.text, language),
    languages: [...new Set([...published, language])],
    signatureCount,
  };
}
