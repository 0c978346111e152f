import { listen } from "#db/notices.server.ts";

/** Calls `wake` when any process has put mail into the outbox; returns how to stop listening. */
export function onNewMail(wake: () => void) {
  return listen("mail", wake);
}
