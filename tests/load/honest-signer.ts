import { setTimeout as wait } from "node:timers/promises";
import type postgres from "postgres";
import { z } from "zod";

const LOOK_EVERY_MS = 20;
const MAIL_AWAITED_MS = 120_000;

const Props = z.object({ confirmUrl: z.url(), code: z.string() });

/** What one honest signer waited for, in milliseconds. */
export interface Waited {
  answer: number;
  /** Until her mail was written, and until it lay in the mailbox. */
  outbox: number;
  mailbox: number;
}

export interface HonestSigner {
  waited: Waited[];
  /** Confirmed, and what the last one typed to do so. */
  confirmed: number;
  replay: string;
  stop(): Promise<void>;
}

/** Every second somebody signs from a network of her own, waits for her mail, and confirms by its link or its code. */
export function signEverySecond(house: { origin: string }, slug: string, sql: postgres.Sql): HonestSigner {
  const signing: Promise<void>[] = [];
  const honest: HonestSigner = { waited: [], confirmed: 0, replay: "", stop };
  const timer = setInterval(() => signing.push(signOnce(signing.length)), 1000);
  return honest;

  async function stop() {
    clearInterval(timer);
    await Promise.all(signing);
  }

  async function signOnce(turn: number) {
    const email = `honest-${turn}@example.org`;
    const headers = { "X-Forwarded-For": `81.${turn >> 8}.${turn & 255}.9` };
    const body = new URLSearchParams({ name: "Ada Lovelace", email, country: "GB", postcode: "", comment: "" });
    const begun = performance.now();
    const signed = await fetch(`${house.origin}/letters/${slug}/sign`, { method: "POST", redirect: "manual", headers, body });
    const answer = performance.now() - begun;
    if (signed.status !== 303) throw new Error(`An honest signing was answered ${signed.status}.`);
    const mail = await untilFound(() => sql<{ id: string; props: unknown }[]>`
      select d.id, d.props from deliveries d join signatures s on s.id = d.signature_id
      where s.canonical_email = ${email} and s.campaign_id = (select id from campaigns where slug = ${slug})`);
    const outbox = performance.now() - begun;
    await untilFound(() => sql`select id from mailbox where id = ${mail.id}`);
    honest.waited.push({ answer, outbox, mailbox: performance.now() - begun });
    const { confirmUrl, code } = Props.parse(mail.props);
    if (turn % 2 === 0) await fetch(confirmUrl, { method: "POST", headers });
    else await fetch(`${house.origin}/letters/${slug}/check-inbox`, { method: "POST", redirect: "manual", headers, body: new URLSearchParams({ email, code }) });
    honest.confirmed += 1;
    if (turn % 2 === 1) honest.replay = new URLSearchParams({ email, code }).toString();
  }
}

async function untilFound<Row>(look: () => PromiseLike<Row[]>): Promise<Row> {
  const deadline = performance.now() + MAIL_AWAITED_MS;
  while (performance.now() < deadline) {
    const [found] = await look();
    if (found) return found;
    await wait(LOOK_EVERY_MS);
  }
  throw new Error("An honest signer's mail did not come.");
}
