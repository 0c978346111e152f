import { forgetUnconfirmedRequests } from "#app/coalition/confirm-request.server.ts";
import { countWaitingMessages } from "#app/desk/roll-ups/count-waiting-messages.server.ts";
import { forgetUnusedFiles } from "#app/campaigns/files.server.ts";
import { rollUp } from "#app/desk/roll-ups/roll-up.server.ts";
import { messageUrls, receiptUrls, signerUrls } from "#app/http/absolute-urls.server.ts";
import { askingUrls, messageUrls, signerUrls } from "#app/http/absolute-urls.server.ts";
import { openAndCloseOnTime } from "#app/desk/schedule.server.ts";
import { forgetOldFiles } from "#app/jobs/file.server.ts";
import { runJobs } from "#app/jobs/run.server.ts";
import { deliverDueMail } from "#app/mail/deliver.server.ts";
import { copyMessagesToOrganizers, queueReadyMessages } from "#app/messages/queue.server.ts";
import { forgetOldInvitations } from "#app/organizers/revoke-invitation.server.ts";
import { forgetKeptForms } from "#app/organizers/kept-forms.server.ts";
import { forgetPasskeyQuestions } from "#app/organizers/passkey-questions.server.ts";
import { forgetExpiredSessions } from "#app/organizers/session.server.ts";
import { enterSignatures } from "#app/register/enter.server.ts";
import { applyMailDomains } from "#app/signatures/apply-mail-domains.server.ts";
import { eraseDueSigners } from "#app/signatures/erase.server.ts";
import { forgetExpired } from "#app/signatures/forget-expired.server.ts";
import { askLateSigners } from "#app/signatures/letter-changes/ask-late.server.ts";
import { countAgreements } from "#app/signatures/letter-changes/askings.server.ts";
import { tallyVersions } from "#app/signatures/letter-changes/tally-versions.server.ts";
import { screenSignings } from "#app/signatures/screening/screen.server.ts";
import { tallySignatures } from "#app/signatures/tally.server.ts";
import { JOB_KINDS } from "./job-kinds.server.ts";

/** What the clock does: name, how often, and what. Several workers may do each at once. (A job is long work that somebody asked for.) */
export interface Round {
  name: string;
  everySeconds: number;
  run(stopping: AbortSignal): Promise<unknown>;
}

export const SCHEDULE: Round[] = [
  { name: "screen signings", everySeconds: 1, run: (stopping) => screenSignings(signerUrls, stopping) },
  { name: "deliver mail", everySeconds: 1, run: deliverDueMail },
  { name: "queue messages", everySeconds: 2, run: () => queueReadyMessages(messageUrls) },
  { name: "copy test messages", everySeconds: 2, run: () => copyMessagesToOrganizers(messageUrls) },
  { name: "open and close on time", everySeconds: 15, run: () => openAndCloseOnTime(messageUrls) },
  { name: "apply mail domains", everySeconds: 5, run: (stopping) => applyMailDomains(stopping) },
  { name: "tally signatures", everySeconds: 10, run: () => tallySignatures() },
  { name: "enter signatures", everySeconds: 10, run: (stopping) => enterSignatures(receiptUrls, stopping) },
  { name: "tally versions of letters", everySeconds: 10, run: () => tallyVersions() },
  { name: "count agreements to changed letters", everySeconds: 60, run: () => countAgreements() },
  { name: "ask late signers of changed letters", everySeconds: 30, run: (stopping) => askLateSigners(askingUrls, stopping) },
  { name: "roll up counts", everySeconds: 10, run: () => rollUp() },
  { name: "count waiting messages", everySeconds: 10, run: () => countWaitingMessages() },
  { name: "go on with jobs", everySeconds: 1, run: (stopping) => runJobs(JOB_KINDS, stopping) },
  { name: "forget files of old jobs", everySeconds: 3600, run: () => forgetOldFiles() },
  { name: "forget pictures that no page shows", everySeconds: 3600, run: () => forgetUnusedFiles() },
  { name: "forget unconfirmed requests to co-sign", everySeconds: 3600, run: () => forgetUnconfirmedRequests() },
  { name: "forget what has expired", everySeconds: 3600, run: () => forgetExpired() },
  { name: "erase signers after closing", everySeconds: 600, run: (stopping) => eraseDueSigners(stopping) },
  { name: "forget sessions of organizers", everySeconds: 3600, run: () => forgetExpiredSessions() },
  { name: "forget old invitations", everySeconds: 3600, run: () => forgetOldInvitations() },
  { name: "forget kept forms", everySeconds: 3600, run: () => forgetKeptForms() },
  { name: "forget questions to passkeys", everySeconds: 60, run: () => forgetPasskeyQuestions() },
];
