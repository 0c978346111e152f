import { beforeEach, expect, test } from "vitest";
import { action as sendsForm, loader as opensPage } from "#app/routes/signatures/sign.tsx";
import { answerOf } from "./organizers-steps.ts";
import { after, anOpenLetter, HOUR, listSignatures, type OpenLetter, signs } from "./signing-steps.ts";

const ORIGIN = "http://localhost:3000";
const context = { isFromThisMachine: false };
let open: OpenLetter;

beforeEach(async () => {
  open = await anOpenLetter();
});

async function posts(fields: Record<string, string>, { referer, query = "" }: { referer?: string; query?: string } = {}) {
  const body = new URLSearchParams({ name: "Ada Lovelace", email: "ada@example.org", country: "GB", ...fields });
  const path = `/letters/${open.campaign.slug}/sign${query}`;
  const request = new Request(ORIGIN + path, { method: "POST", body, headers: referer ? { Referer: ORIGIN + referer } : {} });
  return sendsForm({ request, params: { slug: open.campaign.slug }, context });
}

async function sourcesKept() {
  return (await listSignatures(open)).map(({ source }) => source);
}

test("a signing from the letter's page knows which link led there", async () => {
  await posts({}, { referer: `/letters/${open.campaign.slug}?from=Newsletter&utm=x` });
  expect(await sourcesKept()).toEqual(["newsletter"]);
});

test("a signing without a link of ours has none", async () => {
  await posts({}, { referer: `/letters/${open.campaign.slug}` });
  expect(await sourcesKept()).toEqual([null]);
});

test("a form that was refused carries its source on", async () => {
  const refused = await answerOf(Promise.resolve(await posts({ name: "" }, { referer: `/letters/${open.campaign.slug}?from=poster` })));
  const { data } = (await refused.json()) as { data: { typed: { from: string } } };
  expect(data.typed.from).toBe("poster");
  await posts({ from: data.typed.from }, { referer: `/letters/${open.campaign.slug}/sign` });
  expect(await sourcesKept()).toEqual(["poster"]);
});

test("the page of the form alone keeps it in the form", async () => {
  const request = new Request(`${ORIGIN}/letters/${open.campaign.slug}/sign?from=radio`);
  const page = await answerOf(opensPage({ request, params: { slug: open.campaign.slug }, context }));
  expect(await page.json()).toMatchObject({ source: "radio" });
});

test("the first signing's source stays, whatever link the next one comes by", async () => {
  await signs({ ...open, source: "newsletter" });
  await signs({ ...open, source: "poster" }, {}, after(HOUR));
  expect(await sourcesKept()).toEqual(["newsletter"]);
});
