import { messageUrls } from "#app/http/absolute-urls.server.ts";
import { deliverDueMail } from "#app/mail/deliver.server.ts";
import { copyMessagesToOrganizers, queueReadyMessages } from "#app/messages/queue.server.ts";
import { forgetOldInvitations } from "#app/organizers/revoke-invitation.server.ts";
import { forgetExpiredSessions } from "#app/organizers/session.server.ts";
import { forgetExpired } from "#app/signatures/forget-expired.server.ts";
import { tallySignatures } from "#app/signatures/tally.server.ts";

/** What the clock does: name, how often, and what. Several workers may do each at once. (A job is long work that somebody asked for.) */
export interface Round {
  name: string;
  everySeconds: number;
  run(stopping: AbortSignal): Promise<unknown>;
}

export const SCHEDULE: Round[] = [
  { name: "deliver mail", everySeconds: 1, run: deliverDueMail },
  { name: "queue messages", everySeconds: 2, run: () => queueReadyMessages(messageUrls) },
  { name: "copy test messages", everySeconds: 2, run: () => copyMessagesToOrganizers(messageUrls) },
  { name: "tally signatures", everySeconds: 10, run: () => tallySignatures() },
  { name: "forget what has expired", everySeconds: 3600, run: () => forgetExpired() },
  { name: "forget sessions of organizers", everySeconds: 3600, run: () => forgetExpiredSessions() },
  { name: "forget old invitations", everySeconds: 3600, run: () => forgetOldInvitations() },
];
