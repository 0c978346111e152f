import { expect, test } from "vitest";
import { loader as openMessages } from "#app/routes/me/messages.ts";
import { loader as openPublication } from "#app/routes/organize/responses/publication.tsx";
import { action as sign } from "#app/routes/signatures/sign.tsx";
import { aCampaign, anOrganizer } from "#tests/build.ts";
import { answerOf, browserOf } from "./organizers-steps.ts";

const context = { isFromThisMachine: false };

/** Parts of an address as Remix hands them on, decoded: no header takes them, so that no redirect may hold them. */
test.each(["中", "x\r\nSet-Cookie: y", "no-such-thing"])("an address with %o in it leads nowhere, and is no failure", async (odd) => {
  const campaign = await aCampaign();
  const [anybody, grace] = [await browserOf(undefined), await browserOf(await anOrganizer(campaign.id))];
  const ada = { name: "Ada Lovelace", email: "ada@example.org", country: "GB" };
  const answers = await Promise.all([
    answerOf(sign({ request: anybody.sends("/letters/x/sign", ada), params: { slug: odd }, context })),
    answerOf(openMessages({ request: anybody.gets("/me/x/signatures/y/messages"), params: { token: odd, signature: odd }, context })),
    answerOf(openPublication({ request: grace.gets("/organize/x"), params: { slug: campaign.slug, response: odd }, context })),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
});
