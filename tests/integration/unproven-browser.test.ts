import { expect, test } from "vitest";
import { signerCookie } from "#app/http/signer-cookie.server.ts";
import { loader as openSent } from "#app/routes/messages/sent.tsx";
import { action as write, loader as openWriting } from "#app/routes/messages/write.tsx";
import { aTarget } from "#tests/build.ts";
import { anOpenLetter, type OpenLetter, signs, signsAndConfirms } from "./signing-steps.ts";
import { answerOf } from "./organizers-steps.ts";

const context = { isFromThisMachine: false };

/** All that a browser sees after it wrote to this retailer. */
async function writes({ campaign }: OpenLetter, retailer: string, sessionToken: string, body: string) {
  const headers = { Cookie: signerCookie(campaign.slug, sessionToken).split(";")[0] ?? "" };
  const get = (path: string) => new Request(`http://localhost:3000${path}`, { headers });
  const fields = { own_words: "", woven: "", [`subject.${retailer}`]: "Answer", [`body.${retailer}`]: body, reply_route: "signer" };
  const form = new Request(`http://localhost:3000/x?to=${retailer}`, { method: "POST", headers, body: new URLSearchParams(fields) });
  const params = { slug: campaign.slug };
  const sent = await answerOf(write({ request: form, params, context }));
  const seen = [
    openSent({ request: get(sent.headers.get("Location") ?? ""), params, context }),
    openWriting({ request: get(`/x?to=${retailer}`), params, context }),
  ];
  return Promise.all(seen.map(async (page) => (await answerOf(page)).text()));
}

test("whoever types a signer's address and writes sees what they would see of any other", async () => {
  const now = new Date();
  const open = await anOpenLetter();
  const { retailer } = await aTarget(open.campaign.id, { name: "Corner Shop" });
  const { sessionToken: adas } = await signsAndConfirms(open, { email: "ada@example.org" }, now);
  await writes(open, retailer.slug, adas, "My kettle listens.");

  const stranger = { name: "Sam Stranger", country: "FR" };
  const { sessionToken: atAdas } = await signs(open, { ...stranger, email: "ada@example.org" }, now);
  const { sessionToken: atNobodys } = await signs(open, { ...stranger, email: "eve@example.org" }, now);
  const seenAtAdas = await writes(open, retailer.slug, atAdas, "Buy pills.");
  const seenAtNobodys = await writes(open, retailer.slug, atNobodys, "Buy pills.");
  expect(seenAtAdas.join()).toContain("Corner Shop");
  expect(seenAtAdas.map((page) => page.replaceAll("ada@", "eve@"))).toEqual(seenAtNobodys);
});
