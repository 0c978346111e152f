/** A worker of the post and nothing else, to be killed: mail of DATABASE_URL goes to RESEND_BASE_URL. */
import { setTimeout } from "node:timers/promises";
import { deliverDueMail } from "#app/mail/deliver.server.ts";
import { mailUrls } from "#app/http/absolute-urls.server.ts";
import { openDatabase } from "#db/client.server.ts";

openDatabase(process.env.DATABASE_URL ?? "");
const { signal } = new AbortController();
while (true) {
  await deliverDueMail(mailUrls, signal).catch((error: unknown) => process.stderr.write(`${String(error)}\n`));
  await setTimeout(50);
}
