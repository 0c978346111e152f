import type { Organizer } from "#app/organizers/session.server.ts";
import { isRecentProof } from "#app/organizers/sign-in-rules.ts";
import { hasSecondStep } from "#app/organizers/second-step.server.ts";
import { wayBack } from "./keep-form.server.ts";
import { leadTo } from "./organizer-session.server.ts";
import { paths } from "./paths.ts";

/**
 * For acts that are dangerous or cannot be undone (going live, closing, archiving, removals, exports of personal data,
 * lowering an owner): passes when this session proved itself by a passkey, a code or a mailed link within 15 minutes.
 * Call it right after the guard, before anything is changed:
 *
 *     const { organizer, campaign } = await requireDesk(request, params.slug, "go live");
 *     await requireRecentProof(request, organizer);
 *
 * @param fields Give them when the door has read the form already (where only some of its buttons are dangerous); left
 *   out, the body must still be unread.
 * @throws a redirect to the page that asks for a proof. What was sent is kept, shown after the proof, and one click
 *   sends it to this very address again; a GET comes back by itself.
 */
export async function requireRecentProof(request: Request, organizer: Organizer, fields?: URLSearchParams): Promise<void> {
  if (isRecentProof(organizer.session.provenAt, new Date())) return;
  throw leadTo(request, paths.proof(), await wayBack(request, organizer.id, fields));
}

/**
 * For changes of the ways in themselves. Whoever has a second step proves it: a mailed link alone would let whoever
 * reads the mail replace it.
 * @throws as `requireRecentProof`.
 */
export async function requireProofOfAccount(request: Request, organizer: Organizer, fields?: URLSearchParams): Promise<void> {
  if (!(await hasSecondStep(organizer.id))) return requireRecentProof(request, organizer, fields);
  if (isRecentProof(organizer.session.secondStepAt, new Date())) return;
  throw leadTo(request, paths.secondStep(), await wayBack(request, organizer.id, fields));
}
