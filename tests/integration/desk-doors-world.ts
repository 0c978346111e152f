import { Readable } from "node:stream";
import { z } from "zod";
import { JOB_KINDS } from "#app/clock/job-kinds.server.ts";
import { receiveImport } from "#app/desk/imports/receive.server.ts";
import { organizerCookie } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { asJobKind } from "#app/jobs/job-kind.ts";
import { createSignInLink } from "#app/organizers/sign-in-link.server.ts";
import { invitationExpiry } from "#app/organizers/team-rules.ts";
import { hashToken, newToken } from "#app/tokens.server.ts";
import { db } from "#db/client.server.ts";
import { invitations, jobPieces, jobs, keptForms, mailDomains, messages, paperCounts, posts, reconciliations, responses, screeningFindings } from "#db/schema/index.ts";
import { aCampaign, aDemand, aLetter, anOrganizer, aSignature, aTarget } from "#tests/build.ts";
import type { Knocker } from "./desk-doors-table.ts";
import { sessionOf } from "./organizers-steps.ts";

export type World = Awaited<ReturnType<typeof aWorld>>;
/** What a parameter of an address may stand for. */
export type Fixture = keyof World["fixtures"];

/** Long work that is done, made a file and can be taken back. */
const KIND = "kind of the role matrix";
Object.assign(JOB_KINDS, {
  [KIND]: asJobKind({
    input: z.unknown(),
    step: async () => ({ cursor: null, done: 1, isLast: true }),
    file: { name: "file.csv", mediaType: "text/csv" },
    undoneBy: KIND,
  }),
});

let worlds = 0;

/**
 * A campaign with one of everything that an address of the desk can name, and somebody of each kind to knock. It has
 * a second owner, so that an owner can be lowered, removed or leave. Its name is said nowhere else: whoever reads it
 * was let in.
 */
export async function aWorld() {
  worlds += 1;
  const canary = `Canary ${worlds} of ${newToken().slice(0, 8)}`;
  const campaign = await aCampaign({ name: canary });
  const letter = await aLetter(campaign.id);
  const demand = await aDemand(campaign.id);
  const target = await aTarget(campaign.id, { askedOn: "2026-01-05" });
  const grace = await anOrganizer(campaign.id, { role: "owner" });
  const knockers = {
    outsider: await anOrganizer((await aCampaign()).id, { name: "Olga", role: "owner" }),
    viewer: await anOrganizer(campaign.id, { name: "Vera", role: "viewer" }),
    reviewer: await anOrganizer(campaign.id, { name: "Rosa", role: "reviewer" }),
    organizer: await anOrganizer(campaign.id, { name: "Ona", role: "organizer" }),
    owner: await anOrganizer(campaign.id, { name: "Owen", role: "owner" }),
  };
  const signature = await aSignature({ campaignId: campaign.id, letterVersionId: letter.id }, { confirmedAt: new Date() });
  const invitation = await anInvitation(campaign.id, grace.id);
  return {
    canary,
    campaign,
    knockers,
    fixtures: {
      slug: campaign.slug,
      retailer: target.retailer.slug,
      response: await aDraft(target.id, grace.id),
      job: await aJob(campaign.id, grace.id),
      demand: demand.slug,
      kind: "drafts",
      list: "signatures",
      signature: signature.id,
      finding: await aFinding(campaign.id),
      message: await aMessage(signature.id, target.id),
      post: await aPost(campaign.id),
      count: await aPaperCount(campaign.id, grace.id),
      import: await anImport(campaign.id, grace.id),
      form: await aKeptForm(knockers.owner.id, campaign.slug),
      language: letter.language,
      reconciliation: await aReconciliation(campaign.id),
      number: String(letter.number),
      member: (await anOrganizer(campaign.id, { name: "Sam", role: "viewer" })).id,
      invitation: invitation.id,
      invitationToken: invitation.token,
      mailDomain: await aMailDomain(campaign.slug),
      signInToken: await createSignInLink(db, grace.id),
    },
  };
}

async function aMailDomain(slug: string) {
  const domain = `${slug}.example`;
  await db.insert(mailDomains).values({ domain, canonicalDomain: domain, tag: "+" });
  return domain;
}

/** The cookie of a browser that knocks; a stranger has none. */
export async function cookieOf({ knockers }: World, knocker: Knocker) {
  return knocker === "stranger" ? "" : (organizerCookie(await sessionOf(knockers[knocker])).split(";")[0] ?? "");
}

async function anInvitation(campaignId: string, invitedBy: string) {
  const token = newToken();
  const row = { campaignId, email: `guest-${worlds}@coalition.example`, role: "viewer" as const, invitedBy };
  const [invitation] = await db
    .insert(invitations)
    .values({ ...row, tokenHash: hashToken(token), mailedAt: new Date("2026-01-01T00:00:00Z"), expiresAt: invitationExpiry(new Date()) })
    .returning();
  return { id: idOf(invitation), token };
}

async function aDraft(targetId: string, recordedBy: string) {
  const draft = { targetId, recordedBy, kind: "statement", channel: "press", happenedOn: "2026-02-01", summary: "It spoke." } as const;
  const [response] = await db.insert(responses).values(draft).returning();
  return idOf(response);
}

async function aFinding(campaignId: string) {
  const found = { kind: "network", value: "203.0.113.0/24", hour: new Date("2026-01-01T00:00:00Z"), signings: 100, ofSignings: 120 } as const;
  const [finding] = await db.insert(screeningFindings).values({ campaignId, ...found }).returning();
  return idOf(finding);
}

async function aPaperCount(campaignId: string, recordedBy: string) {
  const [count] = await db.insert(paperCounts).values({ campaignId, recordedBy, place: "Market square", countedOn: "2026-02-01", number: 12 }).returning();
  return idOf(count);
}

async function anImport(campaignId: string, by: string) {
  const chunks = Readable.from([Buffer.from("name,email\nAda,ada@example.org\n")]);
  const received = await receiveImport({ campaignId, by, title: "signatures.csv", chunks });
  if (received.outcome === "refused") throw new Error(received.reason);
  return received.importId;
}

async function aReconciliation(campaignId: string) {
  const [found] = await db.insert(reconciliations).values({ campaignId, night: "2026-03-04", startedAt: new Date(), endedAt: new Date(), wrongBy: 12, wrongMinutes: 1 }).returning();
  return idOf(found);
}

async function aJob(campaignId: string, requestedBy: string) {
  const asked = { campaignId, requestedBy, kind: KIND, title: "Export of signatures", input: {} };
  const [job] = await db.insert(jobs).values({ ...asked, state: "done", done: 1, endedAt: new Date() }).returning();
  await db.insert(jobPieces).values({ jobId: idOf(job), position: 0, content: Buffer.from("name\n") });
  return idOf(job);
}

async function aKeptForm(organizerId: string, slug: string) {
  const sent = { organizerId, path: paths.deskTeam(slug), fields: [["email", "guest@coalition.example"]] satisfies [string, string][] };
  const [form] = await db.insert(keptForms).values({ ...sent, expiresAt: invitationExpiry(new Date()) }).returning();
  return idOf(form);
}

async function aMessage(signatureId: string, targetId: string) {
  const written = { signatureId, targetId, subject: "Please answer", body: "Please.", replyRoute: "campaign" } as const;
  const [message] = await db.insert(messages).values(written).returning();
  return idOf(message);
}

async function aPost(campaignId: string) {
  const [post] = await db.insert(posts).values({ campaignId, slug: "news", title: "News", bodyMarkdown: "They answered." }).returning();
  return idOf(post);
}

function idOf(row: { id: string } | undefined) {
  if (!row) throw new Error("The database returned no row.");
  return row.id;
}
