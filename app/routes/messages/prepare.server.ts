import type { Campaign } from "#app/campaigns/find.server.ts";
import { absolute } from "#app/http/absolute-urls.server.ts";
import { requireCampaign, requireLetter, requireSigner } from "#app/http/guards.server.ts";
import { paths } from "#app/http/paths.ts";
import type { LetterVersion } from "#app/letters/find.server.ts";
import { draftMessages } from "#app/messages/draft.server.ts";
import { listWritten } from "#app/messages/list.server.ts";
import { listTargets, type Target } from "#app/retailers/targets.server.ts";
import type { Signer } from "#app/signatures/session.server.ts";

export interface Writing {
  campaign: Campaign;
  letter: LetterVersion;
  signer: Signer;
  /** The chosen retailers; what is not in the campaign is left out. */
  targets: Target[];
}

/** Who writes, under which letter, to which of `?to=`. */
export async function findWriting(request: Request, slug: string | undefined): Promise<Writing> {
  const campaign = await requireCampaign(slug);
  const signer = await requireSigner(request, campaign);
  const [letter, targets] = await Promise.all([requireLetter(campaign), listTargets(campaign.id)]);
  const chosen = new URL(request.url).searchParams.getAll("to");
  return { campaign, letter, signer, targets: targets.filter((target) => chosen.includes(target.slug)) };
}

/** What each message begins with: what this browser wrote before, else the campaign's draft. */
export async function prepareMessages(writing: Writing) {
  const ids = writing.targets.map(({ id }) => id);
  const [drafts, written] = await Promise.all([draft(writing, ""), listWritten(writing.signer, ids)]);
  return drafts.map(({ target, subject, body }) => {
    const earlier = written.find(({ targetId, state }) => targetId === target.id && state !== "cancelled");
    return {
      slug: target.slug,
      name: target.name,
      hasContact: target.hasWorkingContact,
      hasLeft: earlier?.state === "queued",
      subject: earlier?.subject ?? subject,
      body: earlier?.body ?? body,
    };
  });
}

/** Drafts anew with the signer's own words; a text that was edited by hand is left as it stands. */
export async function weaveOwnWords(writing: Writing, typed: Record<string, string>, ownWords: string) {
  const [before, after] = await Promise.all([draft(writing, typed.woven ?? ""), draft(writing, ownWords)]);
  const bodies = after.map(({ target, body }, place) => {
    const name = `body.${target.slug}`;
    const current = (typed[name] ?? "").replace(/\r\n?/g, "\n").trim();
    return [name, current === before[place]?.body ? body : current] as const;
  });
  return { ...typed, ...Object.fromEntries(bodies), woven: ownWords };
}

/** Whether each message says more or other than the template does by itself: those are the words worth reading. */
export async function markOwnWords<Written extends { targetId: string; body: string }>(writing: Writing, written: Written[]) {
  const plain = new Map((await draft(writing, "")).map(({ target, body }) => [target.id, body]));
  return written.map((message) => ({ ...message, hasOwnWords: message.body !== plain.get(message.targetId) }));
}

function draft({ campaign, letter, signer, targets }: Writing, ownWords: string) {
  return draftMessages(targets, { campaign, letter, signer, ownWords, letterUrl: absolute(paths.letter(campaign.slug)) });
}
