/**
 * A small HTTP server that stands for Resend: batches, idempotency keys, permissive validation, rate limits, webhooks.
 *
 * Failures can be ordered by address, so that they can also be seen by hand in development. These happen once per
 * idempotency key, then the batch goes through: `rate-limited@` `over-quota@` `server-error@` `forbidden@` `hang-up@`
 * `slow@` (see failures.ts). These always: `poison@` the whole request is refused, `invalid@` this one mail is.
 * With a webhook, mail to `bounced@`, `complained@` and `delayed@` is reported so, all other mail as delivered.
 *
 * By hand: PORT=4190 WEBHOOK_URL=http://localhost:3000/hooks/resend npx tsx tests/fakes/resend.ts
 */
import { createHash, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout } from "node:timers/promises";
import { z } from "zod";
import { answerOf, refusal, sentinelOf, type Failure } from "./failures.ts";
import { eventBody, signedHeaders, TEST_WEBHOOK_SECRET } from "./svix.ts";

const MAILS_PER_BATCH = 100;
const KEY_LIFE_MS = 24 * 60 * 60_000;

const Addresses = z.union([z.string(), z.array(z.string())]).transform((to) => [to].flat());

const Mail = z.object({
  from: z.string(),
  to: Addresses,
  reply_to: Addresses.optional(),
  subject: z.string(),
  html: z.string().optional(),
  text: z.string().optional(),
  headers: z.record(z.string(), z.string()).optional(),
  tags: z.array(z.object({ name: z.string(), value: z.string() })).optional(),
});

export type AcceptedMail = z.infer<typeof Mail> & { id: string; idempotencyKey: string | undefined };

type RememberedKey = { bodyHash: string; at: number; answer: unknown };

type Options = {
  port?: number;
  webhookUrl?: string;
  webhookSecret?: string;
  /** More requests than this in one second get 429. */
  requestsPerSecond?: number;
  slowMs?: number;
  /** What a 429 asks for. */
  retryAfterSeconds?: number;
  /** Decides over each request, counted from 1. */
  unreliable?: (request: number) => Failure | undefined;
  now?: () => number;
};

export type FakeResend = Awaited<ReturnType<typeof startFakeResend>>;

export async function startFakeResend(options: Options = {}) {
  const { webhookUrl, webhookSecret = TEST_WEBHOOK_SECRET, requestsPerSecond = Infinity, slowMs = 2_000 } = options;
  const { retryAfterSeconds = 1, now = Date.now } = options;
  const accepted: AcceptedMail[] = [];
  /** When each request came. */
  const requests: number[] = [];
  /** How each request was answered: a status, or what was done instead. */
  const answers: (number | string)[] = [];
  /** Keys that came a second time with another payload: a house that keeps its batches whole has none. */
  const mismatches: string[] = [];
  const keys = new Map<string, RememberedKey>();
  const underWay = new Set<string>();
  const usedSentinels = new Set<string>();
  const ordered: Failure[] = [];

  const server = createServer((request, response) => {
    receive(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;

  async function receive(request: IncomingMessage, response: ServerResponse) {
    if (request.method === "GET" && request.url === "/emails") return send(response, 200, { data: accepted });
    if (request.method !== "POST" || request.url !== "/emails/batch") {
      return answer(response, refusal(404, "not_found", "The fake knows POST /emails/batch and GET /emails."));
    }
    const body = await read(request);
    if (!request.headers.authorization?.startsWith("Bearer ")) return answer(response, refusal(401, "missing_api_key", "Missing API key."));

    requests.push(now());
    if (requests.filter((at) => at > now() - 1000).length > requestsPerSecond) return answer(response, answerOf("rate-limited", retryAfterSeconds));
    await takeBatch(request, response, body);
  }

  async function takeBatch(request: IncomingMessage, response: ServerResponse, body: string) {
    const outage = ordered.shift() ?? options.unreliable?.(requests.length);
    const refused = outage && answerOf(outage, retryAfterSeconds);
    if (refused) return answer(response, refused);

    const key = request.headers["idempotency-key"]?.toString();
    const bodyHash = createHash("sha256").update(body).digest("hex");
    const known = key ? recall(key) : undefined;
    if (key && known && known.bodyHash !== bodyHash) {
      mismatches.push(key);
      return answer(response, refusal(409, "invalid_idempotent_request", "The same key with another payload."));
    }
    if (key && underWay.has(key)) return answer(response, refusal(409, "concurrent_idempotent_requests", "The same key is under way."));
    if (known) return finish(response, known.answer, outage);

    const mails = z.array(z.record(z.string(), z.unknown())).min(1).max(MAILS_PER_BATCH).safeParse(JSON.parse(body));
    if (!mails.success) return answer(response, refusal(422, "validation_error", "A batch is an array of 1 to 100 mails."));
    const failure = outage ?? sentinelIn(mails.data, key);
    const answered = failure && answerOf(failure, retryAfterSeconds);
    if (answered) return answer(response, answered);

    const result = accept(mails.data, request.headers["x-batch-validation"] === "permissive", key);
    if (result.outcome === "refused") return answer(response, refusal(422, "validation_error", result.message));
    if (key) underWay.add(key);
    if (failure === "slow") await setTimeout(slowMs);
    if (key) {
      keys.set(key, { bodyHash, at: now(), answer: result.answer });
      underWay.delete(key);
    }
    void reportAll(result.mails);
    finish(response, result.answer, failure);
  }

  function finish(response: ServerResponse, body: unknown, failure: Failure | undefined) {
    if (failure !== "hang-up") return send(response, 200, body);
    answers.push("hang-up");
    response.req.socket.resetAndDestroy();
  }

  function recall(key: string) {
    const known = keys.get(key);
    if (known && known.at > now() - KEY_LIFE_MS) return known;
    keys.delete(key);
    return undefined;
  }

  function sentinelIn(mails: Record<string, unknown>[], key: string | undefined) {
    const sentinel = mails.flatMap(({ to }) => [to].flat()).map((to) => sentinelOf(String(to))).find(Boolean);
    if (!sentinel || sentinel === "poison") return sentinel;
    const use = `${sentinel} ${key ?? randomUUID()}`;
    if (usedSentinels.has(use)) return undefined;
    usedSentinels.add(use);
    return sentinel;
  }

  function accept(raw: Record<string, unknown>[], isPermissive: boolean, idempotencyKey: string | undefined) {
    const checked = raw.map(check);
    const errors = checked.flatMap((mail, index) => ("message" in mail ? [{ index, message: mail.message }] : []));
    const [first] = errors;
    if (first && !isPermissive) return { outcome: "refused", message: first.message } as const;
    const mails = checked.flatMap((mail) => ("message" in mail ? [] : [{ ...mail, id: randomUUID(), idempotencyKey }]));
    accepted.push(...mails);
    const data = mails.map(({ id }) => ({ id }));
    return { outcome: "accepted", mails, answer: isPermissive ? { data, errors } : { data } } as const;
  }

  /** Tells the house about a mail, as Resend would. Resolves with the status it answered. */
  async function tell(type: string, emailId: string, extra: Record<string, unknown> = {}, { id = `msg_${randomUUID()}`, url = webhookUrl } = {}) {
    if (!url) throw new Error("The fake has no webhookUrl.");
    const body = eventBody(type, emailId, extra);
    const headers = { "content-type": "application/json", ...signedHeaders(body, webhookSecret, { id }) };
    const response = await fetch(url, { method: "POST", headers, body });
    return response.status;
  }

  async function reportAll(mails: AcceptedMail[]) {
    if (!webhookUrl) return;
    for (const { id, to } of mails) {
      const [local] = (to[0] ?? "").split(/[+@]/);
      const [type, extra] = REPORTS[local ?? ""] ?? ["email.delivered", {}];
      await tell("email.sent", id).catch(() => undefined);
      await tell(type, id, extra).catch(() => undefined);
    }
  }

  function answer(response: ServerResponse, what = refusal(500, "internal_server_error", "No answer.")) {
    send(response, what.status, what.body, what.headers);
  }

  function send(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}) {
    if (response.req.method === "POST") answers.push(status);
    const limit = Number.isFinite(requestsPerSecond) ? { "ratelimit-limit": String(requestsPerSecond), "ratelimit-reset": "1" } : {};
    response.writeHead(status, { "content-type": "application/json", ...limit, ...headers }).end(JSON.stringify(body));
  }

  return {
    url: `http://127.0.0.1:${port}`,
    webhookSecret,
    accepted,
    requests,
    answers,
    mismatches,
    tell,
    /** The next requests fail so, one each. */
    failNext: (...failures: Failure[]) => void ordered.push(...failures),
    /** As if all keys were a day old. */
    forgetKeys: () => keys.clear(),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const REPORTS: Record<string, [type: string, extra: Record<string, unknown>]> = {
  bounced: ["email.bounced", { bounce: { type: "Permanent", subType: "General", message: "The mailbox does not exist." } }],
  complained: ["email.complained", {}],
  delayed: ["email.delivery_delayed", {}],
};

function check(raw: Record<string, unknown>) {
  const mail = Mail.safeParse(raw);
  if (!mail.success) return { message: `Missing or wrong field: ${mail.error.issues[0]?.path.join(".")}.` };
  if (!mail.data.to.every((to) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(to) && !/^invalid[+@]/.test(to))) return { message: "Invalid `to` field." };
  if (!/^([^\r\n<>"]+ <[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/.test(mail.data.from)) return { message: "Invalid `from` field." };
  if (/[\r\n]/.test(mail.data.subject)) return { message: "Invalid `subject` field." };
  if (!mail.data.html && !mail.data.text) return { message: "Missing `html` or `text` field." };
  return mail.data;
}

async function read(request: IncomingMessage) {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}

if (process.argv[1] === import.meta.filename) {
  const { PORT = "4190", WEBHOOK_URL, WEBHOOK_SECRET } = process.env;
  const fake = await startFakeResend({
    port: Number(PORT),
    ...(WEBHOOK_URL ? { webhookUrl: WEBHOOK_URL } : {}),
    ...(WEBHOOK_SECRET ? { webhookSecret: WEBHOOK_SECRET } : {}),
  });
  process.stdout.write(`A fake Resend listens on ${fake.url} and signs with ${fake.webhookSecret}.\n`);
}
