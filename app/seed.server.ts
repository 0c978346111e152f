import { seedDatabase } from "#db/seed/index.server.ts";
import { openHouseDatabase } from "./database.server.ts";
import { env } from "./env.server.ts";
import { say } from "./log.server.ts";

/** `npm run db:seed [-- --no-sample]`: adds the shipped campaigns that are missing, beside a running house or without one. */
export async function main({ args }: { args: string[] }) {
  const close = await openHouseDatabase();
  try {
    const { seeded } = await seedDatabase({ sample: !args.includes("--no-sample"), organizerEmail: env.ORGANIZER_EMAIL });
    say(seeded.length === 0 ? "Nothing was missing." : `Added: ${seeded.join(", ")}.`);
  } finally {
    await close();
  }
}
