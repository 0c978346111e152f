import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { action as sendsForm, loader as opensForm } from "#app/routes/signatures/sign.tsx";
import { loader as asksForChallenge } from "#app/routes/signatures/challenge.ts";
import { forgetExpired } from "#app/signatures/forget-expired.server.ts";
import { newChallenge } from "#app/signatures/proof/challenge.server.ts";
import { screenSignings } from "#app/signatures/screening/screen.server.ts";
import { FROM_NOWHERE, sign } from "#app/signatures/sign.server.ts";
import { db } from "#db/client.server.ts";
import { signings, spentProofs } from "#db/schema/index.ts";
import { answerTo } from "#tests/answer-question.ts";
import { answerOf } from "./organizers-steps.ts";
import { after, anOpenLetter, DAY, listMails, listSignatures, MORNING, type OpenLetter, urls } from "./signing-steps.ts";

const context = { isFromThisMachine: false };
const Refused = z.object({
  data: z.object({
    errors: z.record(z.string(), z.string()),
    typed: z.record(z.string(), z.string()),
    question: z.object({ token: z.string(), text: z.string() }).optional(),
  }),
  init: z.object({ status: z.literal(422) }),
});

let open: OpenLetter;

beforeEach(async () => {
  open = await anOpenLetter({ asksForProof: true });
});

async function posts(fields: Record<string, string> = {}, { campaign } = open) {
  const body = new URLSearchParams({ name: "Ada Lovelace", email: "ada@example.org", country: "GB", ...fields });
  const request = new Request(`http://localhost:3000/letters/${campaign.slug}/sign`, { method: "POST", body });
  return answerOf(sendsForm({ request, params: { slug: campaign.slug }, context }));
}

async function refuses(fields: Record<string, string> = {}) {
  return Refused.parse(await (await posts(fields)).json()).data;
}

async function isAsked(fields: Record<string, string> = {}) {
  const { question } = await refuses(fields);
  if (!question) throw new Error("No question was asked.");
  return question;
}

async function answered() {
  const { token, text } = await isAsked();
  return { question: token, answer: answerTo(text) };
}

async function solved() {
  const challenge = await newChallenge(open.campaign.id);
  const solution = await solveChallenge({ challenge, deriveKey });
  return { proof: Buffer.from(JSON.stringify({ challenge, solution })).toString("base64") };
}

async function waiting() {
  return db.select({ proof: signings.proof, isTrapped: signings.isTrapped }).from(signings).where(eq(signings.campaignId, open.campaign.id));
}

/** As if `proof` had been accepted: by several processes none of which knows of the others. */
async function signsWith(proof: string | null, email: string, at = MORNING) {
  const values = { name: "Ada Lovelace", email, country: "GB", postcode: null, comment: null, isNameShown: false, updates: false };
  await sign({ ...open, values, from: { ...FROM_NOWHERE, proof } }, at);
}

async function suspicions() {
  await screenSignings(urls, undefined, MORNING);
  return Object.fromEntries((await listSignatures(open)).map(({ email, suspicion }) => [email, suspicion]));
}

describe("signing where the campaign asks for proof", () => {
  test("with a solved challenge is signing, and the proof is kept to be spent", async () => {
    expect((await posts(await solved())).status).toBe(303);
    expect(await waiting()).toEqual([{ proof: expect.stringMatching(/^work:[0-9a-f]{32}$/), isTrapped: false }]);
  });

  test("with nothing comes back with a question and all that was typed, and stores nothing", async () => {
    const { errors, typed, question } = await refuses({ name: "Nguyễn Thị Minh Khai", comment: "My kettle listens.", updates: "yes" });
    expect(errors).toEqual({ answer: "Answer the question, so that we know a person signs." });
    expect(typed).toMatchObject({ name: "Nguyễn Thị Minh Khai", comment: "My kettle listens.", updates: "yes" });
    expect(question?.text).toMatch(/[.?]$/);
    expect(await listSignatures(open)).toEqual([]);
    expect(await waiting()).toEqual([]);
  });

  test("with the right answer is signing", async () => {
    expect((await posts(await answered())).status).toBe(303);
    expect(await waiting()).toEqual([{ proof: expect.stringMatching(/^question:/), isTrapped: false }]);
  });

  test("with a wrong answer brings another question, and an empty field for it", async () => {
    const { question } = await answered();
    const refused = await refuses({ question, answer: "pills" });
    expect(refused).toMatchObject({ errors: { answer: "That was not the answer. Here is another question." }, typed: { answer: "" } });
    expect(refused.question?.token).not.toBe(question);
  });

  test("with another fault and the right answer keeps both, question and answer", async () => {
    const form = await answered();
    expect(await refuses({ ...form, name: "" })).toEqual({
      errors: { name: "Enter your name." }, typed: expect.objectContaining({ answer: form.answer }), question: expect.objectContaining({ token: form.question }),
    });
    expect((await posts(form)).status).toBe(303);
  });

  test("with another fault and a solved challenge brings no question", async () => {
    expect(await refuses({ ...(await solved()), name: "" })).toEqual({ errors: { name: "Enter your name." }, typed: expect.any(Object) });
  });

  test("with another fault and no proof tells of both at once", async () => {
    expect(Object.keys((await refuses({ email: "ada" })).errors)).toEqual(["email", "answer"]);
  });

  test("is answered alike for an address that has signed and for one that has not", async () => {
    await posts(await answered());
    const [known, unknown] = [await refuses(), await refuses({ email: "grace@example.org" })];
    const alike = ({ errors, typed }: typeof known) => ({ errors, typed: { ...typed, email: "" } });
    expect(alike(known)).toEqual(alike(unknown));
    const [repeated, fresh] = [await posts(await answered()), await posts({ ...(await answered()), email: "grace@example.org" })];
    expect([repeated.status, repeated.headers.get("Location")]).toEqual([fresh.status, fresh.headers.get("Location")]);
  });

  test("twice with one answer is answered twice for one person, and asked anew for another", async () => {
    const form = await answered();
    expect([(await posts(form)).status, (await posts(form)).status]).toEqual([303, 303]);
    expect(await refuses({ ...form, email: "sam@example.org" })).toMatchObject({ errors: { answer: "That answer has been used already. Here is another question." } });
    expect(await suspicions()).toEqual({ "ada@example.org": null });
  });

  test("is as always once the campaign asks no more, whatever the form brings", async () => {
    open = await anOpenLetter();
    expect((await posts({ proof: "old", question: "old", answer: "x" })).status).toBe(303);
    expect(await waiting()).toEqual([{ proof: null, isTrapped: false }]);
  });
});

describe("a proof is good once", () => {
  test("the second who brings it is suspect, in one batch or in the next, and gets no mail", async () => {
    await signsWith("work:1", "ada@example.org");
    await signsWith("work:1", "sam@example.org");
    expect(await suspicions()).toEqual({ "ada@example.org": null, "sam@example.org": "proof-reused" });
    await signsWith("work:1", "grace@example.org");
    expect(await suspicions()).toMatchObject({ "grace@example.org": "proof-reused" });
    expect((await listMails(open)).map(({ to }) => to)).toEqual(["ada@example.org"]);
  });

  test("of twenty who race with one only one is no suspect", async () => {
    await Promise.all(Array.from({ length: 20 }, (_, turn) => signsWith("work:race", `ada${turn}@example.org`)));
    await Promise.all([suspicions(), suspicions(), suspicions()]);
    expect(Object.values(await suspicions()).filter((suspicion) => suspicion === null)).toHaveLength(1);
  });

  test("the same person twice is no second one", async () => {
    await Promise.all([signsWith("work:2", "ada@example.org"), signsWith("work:2", "ada@example.org")]);
    expect(await suspicions()).toEqual({ "ada@example.org": null });
    await signsWith("work:2", "ada@example.org");
    expect(await suspicions()).toEqual({ "ada@example.org": null });
  });

  test("without one, from a page that was open before it was asked for, nobody is suspect", async () => {
    await signsWith(null, "ada@example.org");
    await signsWith(null, "sam@example.org");
    expect(await suspicions()).toEqual({ "ada@example.org": null, "sam@example.org": null });
  });

  test("that it was used is forgotten when nobody could bring it any more", async () => {
    await signsWith("work:3", "ada@example.org");
    await suspicions();
    const kept = () => db.select().from(spentProofs).where(eq(spentProofs.proof, "work:3"));
    await forgetExpired(after(DAY - 1));
    expect(await kept()).toHaveLength(1);
    await forgetExpired(after(DAY + 1));
    expect(await kept()).toEqual([]);
  });
});

describe("the field that people do not see", () => {
  test("filled in is answered as ever, and makes a suspect", async () => {
    open = await anOpenLetter();
    const [trapped, honest] = [await posts({ subject: "Cheap pills" }), await posts({ subject: "", email: "sam@example.org" })];
    const seen = ({ status, headers }: Response) => [status, headers.get("Location"), headers.get("Set-Cookie")?.replace(/=[\w-]{43};/, "=token;")];
    expect(seen(trapped)).toEqual(seen(honest));
    expect(await suspicions()).toEqual({ "ada@example.org": "trap", "sam@example.org": null });
  });

  test("tells nothing where proof is asked for, either", async () => {
    const form = await answered();
    expect((await refuses({ subject: "Cheap pills" })).errors).toEqual((await refuses()).errors);
    expect((await posts({ ...form, subject: "Cheap pills" })).status).toBe(303);
    expect(await suspicions()).toEqual({ "ada@example.org": "trap" });
  });
});

describe("the challenge's door", () => {
  async function knocks({ slug } = open.campaign) {
    return asksForChallenge({ request: new Request(`http://localhost:3000/letters/${slug}/challenge`), params: { slug }, context });
  }

  test("gives a new one each time, which nobody may keep", async () => {
    const [first, second] = [await knocks(), await knocks()];
    expect([first.status, first.headers.get("Cache-Control")]).toEqual([200, "no-store"]);
    const [one, other] = [await first.json(), await second.json()];
    expect(one).toMatchObject({ parameters: { algorithm: "PBKDF2/SHA-256", data: { lastsSeconds: 1800 } }, signature: expect.any(String) });
    expect(other).not.toEqual(one);
  });

  test("has none for a campaign that asks for no proof, and for none at all", async () => {
    expect((await knocks((await anOpenLetter()).campaign)).status).toBe(404);
    expect((await knocks((await anOpenLetter({ asksForProof: true, state: "closed" })).campaign)).status).toBe(404);
    expect((await knocks({ ...open.campaign, slug: "no-such-letter" })).status).toBe(404);
  });
});

test("the form's own page says that the campaign asks for proof", async () => {
  const request = new Request(`http://localhost:3000/letters/${open.campaign.slug}/sign`);
  expect(await opensForm({ request, params: { slug: open.campaign.slug }, context })).toMatchObject({ campaign: { asksForProof: true } });
});
