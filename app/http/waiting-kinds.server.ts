import { commentsToReview } from "#app/desk/waiting/comments-to-review.server.ts";
import { bouncingContacts } from "#app/desk/waiting/bouncing-contacts.server.ts";
import { coSignRequests } from "#app/desk/waiting/co-sign-requests.server.ts";
import { draftsToPublish } from "#app/desk/waiting/drafts-to-publish.server.ts";
import { expiredInvitations } from "#app/desk/waiting/expired-invitations.server.ts";
import { failedJobs } from "#app/desk/waiting/failed-jobs.server.ts";
import { failedMail } from "#app/desk/waiting/failed-mail.server.ts";
import { heldMessages } from "#app/desk/waiting/held-messages.server.ts";
import { scheduledOpenings } from "#app/desk/waiting/scheduled-openings.server.ts";
import { suspectSignatures } from "#app/desk/waiting/suspect-signatures.server.ts";
import { targetsOnExampleAddresses, targetsWithoutContact } from "#app/desk/waiting/unreachable-targets.server.ts";
import { unaskedSigners } from "#app/desk/waiting/unasked-signers.server.ts";
import { unusualSigning } from "#app/desk/waiting/unusual-signing.server.ts";
import { unpublishedLetters } from "#app/desk/waiting/unpublished-letters.server.ts";
import { unknownProxy } from "#app/desk/waiting/unknown-proxy.server.ts";
import { workersAway } from "#app/desk/waiting/workers-away.server.ts";
import { wrongCounts } from "#app/desk/waiting/wrong-counts.server.ts";
import type { WaitingKind } from "#app/desk/waiting/waiting-kind.ts";
import { messageUrls } from "./absolute-urls.server.ts";
import { paths } from "./paths.ts";

/**
 * What can wait for a human, in the order in which the desk shows it; a kind is a line. Each is defined in a file of
 * its own and told here where it leads, for a room spells no address.
 */
export const WAITING_KINDS: readonly WaitingKind[] = [
  unusualSigning({ signatures: (slug, query) => `${paths.deskSignatures(slug)}?${query}`, seen: paths.deskFinding, screening: paths.deskScreening }),
  workersAway({ page: paths.deskClock }),
  wrongCounts({ page: paths.deskReconciliations, dismissal: paths.deskReconciliation }),
  suspectSignatures({ signatures: (slug) => `${paths.deskSignatures(slug)}?state=suspect` }),
  unknownProxy({ page: paths.deskState }),
  commentsToReview({ comments: (slug) => paths.deskComments(slug) }),
  coSignRequests({ requests: (slug) => paths.deskCoalition(slug) }),
  draftsToPublish({ response: paths.deskResponse, publication: paths.deskPublication }),
  unpublishedLetters({ letter: (slug, language) => paths.deskLetterIn(slug, language) }),
  unaskedSigners({ version: paths.deskLetterVersion }),
  scheduledOpenings({ page: (slug) => paths.setUpStep(slug, "publish"), letter: messageUrls.letter }),
  targetsWithoutContact({ contacts: paths.deskContacts }),
  targetsOnExampleAddresses({ contacts: paths.deskContacts }),
  bouncingContacts({ contacts: paths.deskContacts }),
  heldMessages("campaign", { target: paths.deskState }),
  heldMessages("test mode", { target: paths.deskMode }),
  heldMessages("paused", { target: paths.deskTarget }),
  heldMessages("no contact", { target: paths.deskContacts }),
  failedMail("retailers", { page: paths.deskDeliveries }),
  failedMail("signers", { page: paths.deskDeliveries }),
  failedJobs({ job: paths.deskJob }),
  expiredInvitations({ team: paths.deskTeam }),
];
