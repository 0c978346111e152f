import { afterAll, beforeAll } from "vitest";
import type { Browser } from "playwright-core";
import { type AcceptedMail, type FakeResend, startFakeResend } from "#tests/fakes/resend.ts";
import { TEST_WEBHOOK_SECRET } from "#tests/fakes/svix.ts";
import { freePort } from "#db/embedded/free-port.ts";
import { openBrowser } from "./browser.ts";
import { testDatabaseUrl } from "./database.ts";
import { type House, startHouse } from "./house.ts";

interface Opened {
  house: House;
  browser: Browser;
  resend: FakeResend;
}

/** The built house with its worker, a fake Resend that reports back by webhook, and a browser: for one test file. */
export function openHouse({ sample = false, env = {} }: { sample?: boolean; env?: Record<string, string> } = {}): Opened {
  const opened: Partial<Opened> = {};
  beforeAll(async () => {
    const port = await freePort();
    opened.resend = await startFakeResend({ webhookUrl: `http://localhost:${port}/hooks/resend` });
    opened.house = await startHouse({
      databaseUrl: testDatabaseUrl(),
      env: {
        PORT: String(port),
        RESEND_API_KEY: "re_test",
        RESEND_BASE_URL: opened.resend.url,
        RESEND_WEBHOOK_SECRET: TEST_WEBHOOK_SECRET,
        MAIL_REPLY_DOMAIN: "replies.example.org",
        ORGANIZER_EMAIL: "grace@example.org",
        SEED_SAMPLE: sample ? "yes" : "no",
        ...env,
      },
    });
    opened.browser = await openBrowser();
  });
  afterAll(async () => {
    await opened.browser?.close();
    await opened.house?.stop();
    await opened.resend?.stop();
  });
  return {
    get house() {
      return must(opened.house);
    },
    get browser() {
      return must(opened.browser);
    },
    get resend() {
      return must(opened.resend);
    },
  };
}

/** The newest mail to an address, as soon as the provider has it. */
export async function mailTo(resend: FakeResend, address: string, { after = 0 } = {}): Promise<AcceptedMail> {
  const deadline = Date.now() + 20_000;
  while (Date.now() < deadline) {
    const mails = resend.accepted.filter(({ to }) => to.includes(address));
    const newest = mails.at(-1);
    if (newest && mails.length > after) return newest;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("The mail did not come.");
}

/** The address in a mail's text that leads to a kind of page. */
export function linkIn({ text = "" }: AcceptedMail, path: RegExp): string {
  const link = (text.match(/https?:\/\/\S+/g) ?? []).find((candidate) => path.test(candidate));
  if (!link) throw new Error(`The mail has no link to ${path}.`);
  return link;
}

export function codeIn({ text = "" }: AcceptedMail): string {
  const [code] = text.match(/\b\d{3} ?\d{3}\b/) ?? [];
  if (!code) throw new Error("The mail has no code.");
  return code.replace(" ", "");
}

function must<Thing>(thing: Thing | undefined): Thing {
  if (!thing) throw new Error("The house is not open yet.");
  return thing;
}
