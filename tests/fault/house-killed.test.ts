import postgres from "postgres";
import { expect, onTestFinished, test } from "vitest";
import { freePort } from "#db/embedded/free-port.ts";
import { databaseUrlOf, makeDataFolder } from "#tests/setup/scratch-folder.ts";
import { startHouse } from "#tests/setup/house.ts";
import { sign } from "#tests/setup/sign.ts";

const CLIENTS = 8;
/** After how many acknowledged signings each life ends. */
const LIVES = [29, 71, 103];

test("a house that is killed while people sign has every signature it acknowledged, with one mail each", { timeout: 180_000 }, async () => {
  const dataDir = makeDataFolder();
  const env = { DATA_DIR: dataDir, PORT: String(await freePort()) };
  const acknowledged: string[] = [];

  for (const [life, signings] of LIVES.entries()) {
    const house = await startHouse({ env });
    onTestFinished(() => house.kill());
    const before = acknowledged.length;
    const clients = Array.from({ length: CLIENTS }, (_, client) => signUntilItDies(house.origin, `ada-${life}-${client}`, acknowledged));
    await expect.poll(() => acknowledged.length, { timeout: 60_000, interval: 1 }).toBeGreaterThanOrEqual(before + signings);
    await house.kill();
    await Promise.all(clients);
  }

  const house = await startHouse({ env });
  onTestFinished(async () => void (await house.stop()));
  // The worker goes on where the killed one was.
  const waiting = async () => [...(await readSigners(dataDir)).values()].filter((record) => record === "1 signature, 0 mail").length;
  await expect.poll(waiting, { timeout: 60_000 }).toBe(0);
  const found = await readSigners(dataDir);
  expect(acknowledged.filter((email) => found.get(email) !== "1 signature, 1 mail")).toEqual([]);
  expect([...found.values()].filter((record) => record !== "1 signature, 1 mail")).toEqual([]);
  expect(acknowledged.length).toBeGreaterThanOrEqual(LIVES.reduce((total, signings) => total + signings));
  expect((await sign(house.origin, "grace@example.org")).status).toBe(303);
});

/** One signing after the other, each by somebody else; notes those that were acknowledged. */
async function signUntilItDies(origin: string, name: string, acknowledged: string[]) {
  for (let count = 0; ; count += 1) {
    const email = `${name}-${count}@example.org`;
    const answer = await sign(origin, email).catch(() => undefined);
    if (!answer) return;
    if (answer.status === 303) acknowledged.push(email);
  }
}

async function readSigners(dataDir: string) {
  const client = postgres(await databaseUrlOf(dataDir), { max: 1 });
  const rows = await client<{ email: string; signatures: number; mails: number }[]>`
    select email, count(distinct s.id)::int as signatures, count(distinct d.id)::int as mails
    from signatures s full join (select * from deliveries where card = 'confirm-signature') d on d.to_address = s.email
    group by email`;
  await client.end();
  return new Map(rows.map(({ email, signatures, mails }) => [email, `${signatures} signature, ${mails} mail`]));
}
