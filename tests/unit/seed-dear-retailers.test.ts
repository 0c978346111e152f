import { expect, test } from "vitest";
import { draftMessage, type TemplateVariables } from "#app/messages/template.ts";
import { campaign, demands } from "#db/seed/dear-retailers/campaign.ts";
import { coSigners } from "#db/seed/dear-retailers/co-signers.ts";
import { letter } from "#db/seed/dear-retailers/letter.ts";
import { ASKED_ON, retailers } from "#db/seed/dear-retailers/retailers.ts";
import { standards } from "#db/seed/dear-retailers/standards.ts";

const VARIABLES: TemplateVariables = {
  retailer: "Best Buy", signer: "Ada Lovelace", country: "United Kingdom", own_words: "", letter_title: letter.title,
  letter_url: "https://countersign.example/letters/dear-retailers", co_signer_count: coSigners.length, demands, standards,
};

function draft(ownWords: string) {
  return draftMessage({ subject: campaign.messageSubject, body: campaign.messageTemplate }, { ...VARIABLES, own_words: ownWords });
}

test("the letter of 2019 went to four retailers and is co-signed by eleven organisations", () => {
  expect([letter.datedOn, ASKED_ON]).toEqual(["2019-02-12", "2019-02-12"]);
  expect(letter.addressees).toBe("Target, Walmart, Best Buy and Amazon");
  expect(retailers.map(({ name }) => name)).toEqual(["Target", "Walmart", "Best Buy", "Amazon"]);
  expect(new Set(coSigners.map(({ name }) => name)).size).toBe(11);
});

test("the letter names every standard and every demand", () => {
  for (const { title } of standards) expect(letter.bodyMarkdown).toContain(`**${title}.**`);
  expect(demands.map(({ shortTitle }) => shortTitle)).toEqual(["Endorse", "Vet", "Drop"]);
  for (const { shortTitle } of demands) expect(letter.bodyMarkdown).toContain(`- **${shortTitle} `);
});

test("a message is a customer's short letter that names what is asked", () => {
  const { body } = draft("");
  for (const { title } of [...demands, ...standards]) expect(body).toContain(`\n- ${title}`);
  expect(body.split(/\s+/).length).toBeLessThanOrEqual(160);
  expect(body).not.toMatch(/\n{3}/);
});

test("a message carries its signer's own words as a paragraph of their own", () => {
  expect(draft("My son's watch tells strangers where he is.").body).toContain("\n\nMy son's watch tells strangers where he is.\n\n");
});

test("no text of the campaign shouts", () => {
  expect(JSON.stringify([campaign, demands, letter, standards, retailers])).not.toMatch(/!(?!=)/);
});
