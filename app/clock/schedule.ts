import { forgetUnconfirmedRequests } from "#app/coalition/confirm-request.server.ts";
import { reconcileCounts } from "#app/desk/counting/reconcile.server.ts";
import { countWaitingMessages } from "#app/desk/roll-ups/count-waiting-messages.server.ts";
import { forgetUnusedFiles } from "#app/campaigns/files.server.ts";
import { rollUp } from "#app/desk/roll-ups/roll-up.server.ts";
import { alertUrls, askingUrls, mailUrls, messageUrls, receiptUrls, signerUrls } from "#app/http/absolute-urls.server.ts";
import { watchSignings } from "#app/desk/watching/watch.server.ts";
import { forgetImports } from "#app/desk/imports/drop.server.ts";
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
import { countImports } from "#app/signatures/count-imported.server.ts";
import { countStates } from "#app/signatures/count-states.server.ts";
import { eraseDueSigners } from "#app/signatures/erase.server.ts";
import { forgetExpired } from "#app/signatures/forget-expired.server.ts";
import { askLateSigners } from "#app/signatures/letter-changes/ask-late.server.ts";
import { countAgreements } from "#app/signatures/letter-changes/askings.server.ts";
import { tallyVersions } from "#app/signatures/letter-changes/tally-versions.server.ts";
import { remindSigners } from "#app/signatures/remind.server.ts";
import { screenSignings } from "#app/signatures/screening/screen.server.ts";
import { tallySignatures } from "#app/signatures/tally.server.ts";
import { JOB_KINDS } from "./job-kinds.server.ts";
import type { Round } from "./round.ts";

/**
 * What the clock does: name, how often, and what. Several workers may do each at once. (A job is long work that somebody
 * asked for.) The time is the clock's that each is given, but for mail, which is due by the database's own.
 */
export const SCHEDULE: readonly Round[] = [
  { name: "screen signings", everySeconds: 1, run: (stopping, clock) => screenSignings(signerUrls, stopping, clock()) },
  { name: "watch signings", everySeconds: 60, run: (_, clock) => watchSignings(alertUrls, clock()) },
  { name: "deliver mail", everySeconds: 1, run: (stopping) => deliverDueMail(mailUrls, stopping) },
  { name: "queue messages", everySeconds: 2, run: (_, clock) => queueReadyMessages(messageUrls, clock()) },
  { name: "copy test messages", everySeconds: 2, run: (_, clock) => copyMessagesToOrganizers(messageUrls, clock()) },
  { name: "open and close on time", everySeconds: 15, run: (_, clock) => openAndCloseOnTime(messageUrls, clock()) },
  { name: "apply mail domains", everySeconds: 5, run: (stopping, clock) => applyMailDomains(stopping, clock()) },
  { name: "tally signatures", everySeconds: 10, run: (_, clock) => tallySignatures(clock()) },
  { name: "enter signatures", everySeconds: 10, run: (stopping, clock) => enterSignatures(receiptUrls, stopping, clock()) },
  { name: "tally versions of letters", everySeconds: 10, run: (_, clock) => tallyVersions(clock()) },
  { name: "count agreements to changed letters", everySeconds: 60, run: (_, clock) => countAgreements(clock()) },
  { name: "ask late signers of changed letters", everySeconds: 30, run: (stopping, clock) => askLateSigners(askingUrls, stopping, clock()) },
  { name: "roll up counts", everySeconds: 10, run: (_, clock) => rollUp(clock()) },
  { name: "count waiting messages", everySeconds: 10, run: (_, clock) => countWaitingMessages(clock()) },
  { name: "count states", everySeconds: 15, run: (_, clock) => countStates(clock()) },
  { name: "reconcile counts", everySeconds: 60, run: (stopping, clock) => reconcileCounts(stopping, clock()) },
  { name: "go on with jobs", everySeconds: 1, run: (stopping, clock) => runJobs(JOB_KINDS, stopping, clock) },
  { name: "forget files of old jobs", everySeconds: 3600, run: (_, clock) => forgetOldFiles(clock()) },
  { name: "count imports", everySeconds: 10, run: (_, clock) => countImports(clock()) },
  { name: "forget imported files", everySeconds: 3600, run: (_, clock) => forgetImports(clock()) },
  { name: "forget pictures that no page shows", everySeconds: 3600, run: (_, clock) => forgetUnusedFiles(clock()) },
  { name: "remind signers", everySeconds: 600, run: (stopping, clock) => remindSigners(signerUrls, stopping, clock()) },
  { name: "forget unconfirmed requests to co-sign", everySeconds: 3600, run: (_, clock) => forgetUnconfirmedRequests(clock()) },
  { name: "forget what has expired", everySeconds: 3600, run: (_, clock) => forgetExpired(clock()) },
  { name: "erase signers after closing", everySeconds: 600, run: (stopping, clock) => eraseDueSigners(stopping, clock()) },
  { name: "forget sessions of organizers", everySeconds: 3600, run: (_, clock) => forgetExpiredSessions(clock()) },
  { name: "forget old invitations", everySeconds: 3600, run: (_, clock) => forgetOldInvitations(clock()) },
  { name: "forget kept forms", everySeconds: 3600, run: (_, clock) => forgetKeptForms(clock()) },
  { name: "forget questions to passkeys", everySeconds: 60, run: (_, clock) => forgetPasskeyQuestions(clock()) },
];
