import { v7 } from "uuid";
import { beforeEach, expect, test } from "vitest";
import { CoSignersForm } from "#app/campaigns/co-signer-form.ts";
import { addCoSigners, changeCoSigner, findCoSigner, placeCoSigner, removeCoSigner } from "#app/campaigns/change-co-signers.server.ts";
import { listCoSigners, listCoSignersToChange } from "#app/campaigns/co-signers.server.ts";
import { checkFields } from "#app/http/form.ts";
import { action, loader } from "#app/routes/organize/set-up/co-signers.tsx";
import { db } from "#db/client.server.ts";
import { campaigns } from "#db/schema/index.ts";
import { listen } from "#db/notices.server.ts";
import { eq } from "drizzle-orm";
import { answerOf, browserOf } from "./organizers-steps.ts";
import { aDraft, deskOf, grace as someOrganizer, logOf } from "./set-up-steps.ts";

const JOINED = "2026-11-24";
const context = { isFromThisMachine: false };
let grace: Awaited<ReturnType<typeof someOrganizer>>;
let draft: Awaited<ReturnType<typeof aDraft>>;

beforeEach(async () => {
  grace = await someOrganizer();
  draft = await aDraft(grace);
});

const step = () => ({ campaignId: draft.id, by: grace.id });
const names = async () => (await listCoSigners(draft.id)).map(({ name }) => name);
const add = (...list: string[]) => addCoSigners({ ...step(), values: list.map((name) => ({ name, url: null, joinedOn: JOINED })) });

async function idOf(name: string) {
  return (await listCoSignersToChange(draft.id)).find((coSigner) => coSigner.name === name)?.id ?? v7();
}

test("are read one a line, with an address behind the name; what is wrong is told by its line", () => {
  const read = (organisations: string) => checkFields(new URLSearchParams({ organisations, joined_on: JOINED }), CoSignersForm);
  expect(read("Kettle Watch https://kettle-watch.example\n\n Mothers, Inc.\nFriends of Save.org\nمرصد الغلايات; www.marsad.example/ar ")).toMatchObject({
    values: [
      { name: "Kettle Watch", url: "https://kettle-watch.example", joinedOn: JOINED },
      { name: "Mothers, Inc.", url: null }, { name: "Friends of Save.org", url: null }, { name: "مرصد الغلايات", url: "https://www.marsad.example/ar" },
    ],
  });
  expect(read(`Kettle Watch\n${"x".repeat(121)}`)).toMatchObject({ errors: { organisations: "Line 2: Keep the name within 120 characters." } });
  expect(read("Kettle Watch https://")).toMatchObject({ errors: { organisations: expect.stringMatching(/^Line 1: Type a whole address/) } });
  expect(read(" \n ")).toMatchObject({ errors: { organisations: "Type an organisation a line." } });
  expect(read("x\n".repeat(201))).toMatchObject({ errors: { organisations: "Add at most 200 at once." } });
});

test("added twice at once, or typed again in capitals, are each on the list once, behind the others", async () => {
  await add("Kettle Watch");
  await Promise.all([add("Toaster Union", "Spoon Society"), add("Toaster Union", "Spoon Society")]);
  expect(await add("KETTLE WATCH")).toEqual({ added: 0 });
  expect(await names()).toEqual(["Kettle Watch", "Toaster Union", "Spoon Society"]);
  const written = (await logOf(draft.id)).filter(({ subject }) => subject === "co-signer");
  expect(written.map(({ act, title, organizerId }) => [act, title, organizerId === grace.id])).toEqual(["Kettle Watch", "Toaster Union", "Spoon Society"].map((name) => ["created", name, true]));
});

test("are moved and removed, once however often it is pressed, and the public pages are told", async () => {
  await add("One", "Two", "Three");
  await db.update(campaigns).set({ state: "open" }).where(eq(campaigns.id, draft.id));
  const heard: string[] = [];
  const unlisten = await listen("published", (slug) => heard.push(slug));
  const three = { ...step(), coSignerId: await idOf("Three") };
  expect([await placeCoSigner({ ...three, place: 0 }), await placeCoSigner({ ...three, place: 0 })]).toEqual([{ outcome: "placed" }, { outcome: "unchanged" }]);
  expect(await names()).toEqual(["Three", "One", "Two"]);
  const outcomes = await Promise.all([removeCoSigner(three), removeCoSigner(three)]);
  expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(["gone", "removed"]);
  await add("Four");
  expect(await names()).toEqual(["One", "Two", "Four"]);
  await expect.poll(() => heard.filter((slug) => slug === draft.slug).length).toBe(3);
  await unlisten();
});

test("changed by two, the second is shown what the first saved; a name of another is refused", async () => {
  await add("Kettle Watch", "Toaster Union");
  const coSignerId = await idOf("Kettle Watch");
  const opened = await findCoSigner(draft.id, coSignerId);
  const form = { ...step(), coSignerId, revision: opened?.revision ?? 0, seen: opened?.seen ?? "" };
  const values = { name: "Kettle Watch International", url: null, joinedOn: JOINED };
  expect(await changeCoSigner({ ...form, values })).toEqual({ outcome: "saved" });
  expect(await changeCoSigner({ ...form, values: { ...values, name: "Kettle Watch UK" } })).toMatchObject({ outcome: "changed meanwhile", theirs: values, by: "Grace Hopper" });
  const { revision } = await deskOf(grace, draft.slug);
  expect(await changeCoSigner({ ...form, revision, values: { ...values, name: "toaster union" } })).toEqual({ outcome: "name taken" });
  expect(await names()).toEqual(["Kettle Watch International", "Toaster Union"]);
});

test("of another campaign are nobody's here", async () => {
  await add("Kettle Watch");
  const coSignerId = await idOf("Kettle Watch");
  const other = await aDraft(grace);
  const browser = await browserOf(grace);
  const send = (fields: Record<string, string>) => answerOf(Promise.resolve(action({ request: browser.sends("/organize/x", fields), params: { slug: other.slug }, context })));
  expect((await send({ one: coSignerId, remove: "yes" })).status).toBe(404);
  expect((await send({ change: coSignerId, name: "x", joined_on: JOINED })).status).toBe(404);
  for (const change of [coSignerId, "x", ""]) {
    const request = browser.gets(`/organize/x?change=${change}`);
    expect((await answerOf(loader({ request, params: { slug: other.slug }, context }))).status).toBe(404);
  }
  expect(await names()).toEqual(["Kettle Watch"]);
});
