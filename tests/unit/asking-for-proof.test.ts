import { describe, expect, test } from "vitest";
import { askForProof } from "#app/signatures/proof/ask-for-proof.server.ts";
import { QUESTION_MINUTES, QUESTION_REASONS, type BroughtProof } from "#app/signatures/proof/proof.ts";
import { inWords } from "#app/signatures/proof/numbers-in-words.ts";
import { answerTo } from "#tests/answer-question.ts";

const NOW = new Date("2026-03-02T09:00:00Z");
const CAMPAIGN = { id: "0190a3b2-0000-7000-8000-000000000003", asksForProof: true };
const ANOTHER = { id: "0190a3b2-0000-7000-8000-000000000004", asksForProof: true };

function after(minutes: number) {
  return new Date(NOW.getTime() + minutes * 60_000);
}

function asks(brought: BroughtProof = {}, { email = "ada@example.org", campaign = CAMPAIGN, now = NOW }: { email?: string | undefined; campaign?: typeof CAMPAIGN; now?: Date } = {}) {
  return askForProof(campaign, brought, email, now);
}

async function isAsked() {
  const { question } = await asks();
  if (!question) throw new Error("No question was asked.");
  return question;
}

async function answered() {
  const { token, text } = await isAsked();
  return { question: token, answer: answerTo(text) };
}

describe("a form without a proof", () => {
  test("is let by where the campaign asks for none", async () => {
    expect(await asks({ proof: "x", question: "x" }, { campaign: { ...CAMPAIGN, asksForProof: false } })).toEqual({ isProven: true, proof: null, question: null });
  });

  test("gets a question, another one each time", async () => {
    expect(await asks()).toMatchObject({ isProven: false, error: QUESTION_REASONS.first });
    expect((await isAsked()).token).not.toBe((await isAsked()).token);
  });

  test("gets a question when its challenge was never ours", async () => {
    expect(await asks({ proof: "bm90IG91cnM=" })).toMatchObject({ isProven: false, error: QUESTION_REASONS.first });
  });
});

describe("an answer", () => {
  test("that is right is a proof, named by its question", async () => {
    const form = await answered();
    const [nonce] = form.question.split(".");
    expect(await asks(form)).toMatchObject({ isProven: true, proof: `question:${nonce}`, question: { token: form.question } });
  });

  test("that is wrong, or missing, gets another question and the reason", async () => {
    const { question } = await answered();
    const wrong = await asks({ question, answer: "no such answer" });
    expect(wrong).toMatchObject({ isProven: false, error: QUESTION_REASONS.wrong });
    expect(wrong.question?.token).not.toBe(question);
    expect(await asks({ question, answer: " " })).toMatchObject({ isProven: false, error: QUESTION_REASONS.another });
  });

  test("is good for the campaign that asked, and until the question is old", async () => {
    const form = await answered();
    expect(await asks(form, { campaign: ANOTHER })).toMatchObject({ isProven: false, error: QUESTION_REASONS.old });
    expect(await asks(form, { now: after(QUESTION_MINUTES + 1) })).toMatchObject({ isProven: false, error: QUESTION_REASONS.old });
    expect(await asks(form, { now: after(QUESTION_MINUTES - 1) })).toMatchObject({ isProven: true });
  });

  test("to a question that was changed is none", async () => {
    const { question, answer } = await answered();
    const [nonce, until = "", seal] = question.split(".");
    const later = `${nonce}.${Number(until) + 3_600_000}.${seal}`;
    const tampered = [later, `AAAA.${until}.${seal}`, `${nonce}.${until}.`, `${nonce}`, "..", "x", `${nonce}.${until}.${"é".repeat(43)}`];
    const readings = await Promise.all(tampered.map((token) => asks({ question: token, answer })));
    expect(readings.map((reading) => "error" in reading && reading.error)).toEqual(tampered.map(() => QUESTION_REASONS.old));
  });

  test("is good for one address, however often the form is sent; another is asked anew", async () => {
    const form = await answered();
    expect(await asks(form)).toMatchObject({ isProven: true });
    expect(await asks(form, { email: "Ada@Example.org" })).toMatchObject({ isProven: true });
    expect(await asks(form, { email: "sam@example.org" })).toMatchObject({ isProven: false, error: QUESTION_REASONS.used });
  });

  test("is not taken while the form has other faults, so that its question can stay", async () => {
    const form = await answered();
    expect(await askForProof(CAMPAIGN, form, undefined, NOW)).toMatchObject({ isProven: true, question: { token: form.question } });
    expect(await asks(form, { email: "grace@example.org" })).toMatchObject({ isProven: true });
  });
});

test("the answers of the tests are right for every kind of question", () => {
  expect(answerTo("Write this number in digits: four hundred and seventeen.")).toBe("417");
  expect(answerTo("Write the third of these words: lemon, bridge, winter, salt.")).toBe("winter");
  expect(answerTo(`Which of these numbers is the largest: ${[31, 84, 56].map(inWords).join(", ")}?`)).toBe("eighty-four");
  expect(answerTo(`Which of these numbers is the smallest: ${[31, 84, 56].map(inWords).join(", ")}?`)).toBe("thirty-one");
});
