import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { beforeAll, describe, expect, test } from "vitest";
import { newChallenge, readSolution } from "#app/signatures/proof/challenge.server.ts";
import { CHALLENGE_MINUTES } from "#app/signatures/proof/proof.ts";

type Challenge = Awaited<ReturnType<typeof newChallenge>>;

const NOW = new Date();
const CAMPAIGN = "0190a3b2-0000-7000-8000-000000000001";
const ANOTHER = "0190a3b2-0000-7000-8000-000000000002";

let challenge: Challenge;
let solution: { counter: number; derivedKey: string };

beforeAll(async () => {
  challenge = await newChallenge(CAMPAIGN, NOW);
  const solved = await solveChallenge({ challenge, deriveKey });
  if (!solved) throw new Error("The challenge was not solved.");
  solution = { counter: solved.counter, derivedKey: solved.derivedKey };
});

function packed(payload: unknown = { challenge, solution }) {
  return Buffer.from(JSON.stringify(payload)).toString("base64");
}

function withParameters(changed: Partial<Challenge["parameters"]>) {
  return packed({ challenge: { ...challenge, parameters: { ...challenge.parameters, ...changed } }, solution });
}

function after(minutes: number) {
  return new Date(NOW.getTime() + minutes * 60_000);
}

describe("a solved challenge", () => {
  test("is a proof by its own name, and the same one each time", async () => {
    const proof = `work:${challenge.parameters.nonce}`;
    expect(await readSolution(CAMPAIGN, packed(), NOW)).toBe(proof);
    expect(await readSolution(CAMPAIGN, packed(), after(1))).toBe(proof);
  });

  test("is as good in whatever else it says, so that no second name can be made of it", async () => {
    expect(await readSolution(CAMPAIGN, packed({ challenge, solution: { ...solution, time: 9 }, more: "words" }), NOW)).toBe(`work:${challenge.parameters.nonce}`);
    expect(await readSolution(CAMPAIGN, withParameters({ nonce: challenge.parameters.nonce.toUpperCase() }), NOW)).toBeUndefined();
  });

  test("took work: what the challenge tells is not what solves it", () => {
    expect(solution.counter).toBeGreaterThanOrEqual(500);
    expect(solution.derivedKey.startsWith(challenge.parameters.keyPrefix)).toBe(true);
    expect(solution.derivedKey).not.toBe(challenge.parameters.keyPrefix);
  });

  test("is none for another campaign, nor once it is old", async () => {
    expect(await readSolution(ANOTHER, packed(), NOW)).toBeUndefined();
    expect(await readSolution(CAMPAIGN, packed(), after(CHALLENGE_MINUTES + 1))).toBeUndefined();
  });

  test("is none when anything of it was changed", async () => {
    const tampered = [
      withParameters({ cost: 1 }), withParameters({ keyPrefix: "00" }), withParameters({ nonce: "00".repeat(16) }), withParameters({ salt: "00".repeat(16) }),
      withParameters({ expiresAt: (challenge.parameters.expiresAt ?? 0) + 3_600 }), withParameters({ keyLength: 1 }),
      packed({ challenge: { ...challenge, signature: "00".repeat(32) }, solution }),
      packed({ challenge, solution: { ...solution, derivedKey: `${challenge.parameters.keyPrefix}${"00".repeat(16)}` } }),
      packed({ challenge, solution: { ...solution, derivedKey: "" } }),
    ];
    expect(await Promise.all(tampered.map((one) => readSolution(CAMPAIGN, one, NOW)))).toEqual(tampered.map(() => undefined));
  });

  test.each(["", "x", "e30=", "bnVsbA==", "W10=", "\u0000", packedText("{"), packedText('{"challenge":{"parameters":null}}'), "A".repeat(100_000)])(
    "is not %o",
    async (text) => {
      expect(await readSolution(CAMPAIGN, text, NOW)).toBeUndefined();
    },
  );
});

test("no two challenges are alike", async () => {
  const [first, second] = [await newChallenge(CAMPAIGN, NOW), await newChallenge(CAMPAIGN, NOW)];
  expect(first.parameters.nonce).not.toBe(second.parameters.nonce);
  expect(first.parameters.keyPrefix).not.toBe(second.parameters.keyPrefix);
});

function packedText(text: string) {
  return Buffer.from(text).toString("base64");
}
