import { openHouseDatabase } from "./database.server.ts";
import { absolute } from "./http/absolute-urls.server.ts";
import { paths } from "./http/paths.ts";
import { say } from "./log.server.ts";
import { resetSecondStepByOperator } from "./organizers/reset-second-step.server.ts";

/** `npm run second-step:reset -- ADDRESS`: for an organizer who has lost passkeys and phone, and whom no owner can help. */
export async function main({ args }: { args: string[] }) {
  const [address = ""] = args;
  const close = await openHouseDatabase();
  try {
    const { outcome } = await resetSecondStepByOperator(address, absolute(paths.account()));
    say(SENTENCES[outcome] ?? "");
  } finally {
    await close();
  }
}

const SENTENCES: Record<string, string> = {
  reset: "The second step is reset, every session is ended, and the organizer is told by mail.",
  "nothing to reset": "This organizer has no second step.",
  unknown: "No organizer has this address. Give it after the command: npm run second-step:reset -- grace@example.org",
};
