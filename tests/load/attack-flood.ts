import { randomBytes } from "node:crypto";
import autocannon from "autocannon";

/**
 * Throws one kind of attack at a house, in a process of its own, and prints how it was answered: {"answers":{"303":1000},"seconds":2.1}.
 * Each request comes from the address that it names in X-Forwarded-For, which the measured house believes.
 */
const [origin = "", slug = "", kind = "", amountText = "0", connectionsText = "32", replayed = ""] = process.argv.slice(2);
const amount = Number(amountText);
const NETWORKS = Number(process.env["ATTACK_NETWORKS"] ?? 200);
const answers: Record<string, number> = {};
let thrown = 0;

const THROWS: Record<string, (turn: number) => { path: string; from: string; fields: Record<string, string> }> = {
  "from many networks": (turn) => ({ ...signing(`bot-${turn}@example.org`), from: `45.${turn % NETWORKS}.7.${1 + (Math.floor(turn / NETWORKS) % 250)}` }),
  "from one address": (turn) => ({ ...signing(`one-${turn}@example.org`), from: "46.1.1.1" }),
  "one address raced": (turn) => ({ ...signing("race@example.org"), from: spread(47, turn) }),
  "disposable domains": (turn) => ({ ...signing(`temp-${turn}@mailinator.com`), from: spread(48, turn) }),
  "forged tokens": (turn) => ({ path: `/signatures/${randomBytes(32).toString("base64url")}/confirm`, from: spread(49, turn), fields: {} }),
  "replayed codes": (turn) => ({ path: `/letters/${slug}/check-inbox`, from: spread(50, turn), fields: Object.fromEntries(new URLSearchParams(replayed)) }),
};

const attack = THROWS[kind];
if (!attack) throw new Error(`There is no attack of the kind ${kind}.`);

const begun = performance.now();
const run = autocannon({
  url: origin, connections: Number(connectionsText), amount, method: "POST",
  requests: [{ setupRequest: (request) => ({ ...request, ...nextRequest(attack) }) }],
}, (error, result) => {
  if (error || !result || result.errors > 0) throw error ?? new Error(`${result?.errors} requests of ${kind} were not answered`);
  process.stdout.write(`${JSON.stringify({ answers, seconds: (performance.now() - begun) / 1000 })}\n`);
});
run.on("response", (_, status) => (answers[status] = (answers[status] ?? 0) + 1));

function nextRequest(next: NonNullable<typeof attack>) {
  const { path, from, fields } = next(thrown);
  thrown += 1;
  const headers = { "content-type": "application/x-www-form-urlencoded", "x-forwarded-for": from };
  return { path, headers, body: new URLSearchParams(fields).toString() };
}

function signing(email: string) {
  return { path: `/letters/${slug}/sign`, fields: { name: "Bot Botson", email, country: "GB", postcode: "", comment: "", show_name: "on" } };
}

/** Each from a network of its own, as far as there are any. */
function spread(block: number, turn: number) {
  return `${block}.${(turn >> 8) & 255}.${turn & 255}.9`;
}
