import { sql } from "#db/client.server.ts";
import { signaturesWaiting } from "./signatures-waiting.server.ts";
import type { WaitingKind } from "./waiting-kind.ts";

/** Signatures that a human has to look at before they count or go. */
export function suspectSignatures({ signatures }: { signatures: (campaignSlug: string) => string }): WaitingKind {
  return signaturesWaiting({
    name: "suspect-signatures",
    title: "Suspect signatures",
    which: () => sql`s.state = 'suspect'`,
    since: () => sql`s.created_at`,
    words: "to look at",
    path: signatures,
  });
}
