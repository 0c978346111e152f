import type { Campaign } from "#app/campaigns/find.server.ts";
import { stanceMeaning } from "#app/responses/stance-values.ts";
import { tallyStances } from "#app/scoreboard/cell.ts";
import { contactMeaning } from "#app/scoreboard/contact-axis.ts";
import { readScoreboard } from "#app/scoreboard/read.server.ts";

/** The board in one line per retailer. The two axes stay two: where the contact stands, and what it says on the demands. */
export async function readAnswers(campaign: Pick<Campaign, "id">) {
  const { rows } = await readScoreboard(campaign);
  return rows.map(({ retailer, contact, cells }) => ({
    retailer: { slug: retailer.slug, name: retailer.name },
    contact: contactMeaning(contact.state).word,
    stances: tallyStances(cells)
      .map(({ stance, count }) => `${stanceMeaning(stance).word} on ${count} of ${cells.length}`)
      .join("; "),
  }));
}
