import { sql as raw } from "drizzle-orm";
import { sql, type Transaction } from "./client.server.ts";

/** What processes tell each other: `published` carries a campaign's slug, `mail` carries nothing. */
export type Notice = "published" | "mail";

/** Heard by every process once the transaction commits, and not at all if it does not. */
export async function notify(tx: Transaction, notice: Notice, payload = "") {
  await tx.execute(raw`select pg_notify(${notice}, ${payload})`);
}

/** Listens on a connection of its own that comes back after an outage; `onListen` then runs again, for what was missed. */
export async function listen(notice: Notice, onNotice: (payload: string) => void, onListen?: () => void) {
  const { unlisten } = await sql.listen(notice, onNotice, onListen);
  return unlisten;
}
