import { beforeEach, expect, test } from "vitest";
import { env } from "#app/env.server.ts";
import { sql } from "#db/client.server.ts";
import { aMail, deliver, deliveryTo } from "./mail-post.ts";

beforeEach(() => {
  delete env.RESEND_API_KEY;
});

test("without a key for the provider mail lands in the mailbox, once", async () => {
  const id = await aMail("ada@example.org");
  await deliver();
  expect(await deliveryTo("ada@example.org")).toMatchObject({ state: "sent", providerId: id });

  // A worker that died before it could record would leave it so; the next one puts the same mail in again.
  const [mail] = await sql`select * from mailbox`;
  expect(mail).toMatchObject({ id, to_address: "ada@example.org", subject: "Your way into Countersign", reply_to: null });
  await sql`update deliveries set state = 'due', provider_id = null, props = ${sql.json({ url: "https://countersign.example/in", minutes: 15 })}`;
  await deliver();
  expect(await sql`select id from mailbox`).toEqual([{ id }]);
  expect(await deliveryTo("ada@example.org")).toMatchObject({ state: "sent" });
});
