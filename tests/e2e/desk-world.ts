import { Readable } from "node:stream";
import { and, eq } from "drizzle-orm";
import { v7 } from "uuid";
import type { z } from "zod";
import type { CheckResult } from "#app/desk/imports/check-job.server.ts";
import { receiveImport } from "#app/desk/imports/receive.server.ts";
import { askForExport } from "#app/desk/lists/ask.server.ts";
import { signaturesList } from "#app/desk/lists/signatures-list.server.ts";
import { startFrom } from "#app/desk/start.server.ts";
import { saveLetterDraft } from "#app/letters/draft.server.ts";
import { inviteToTeam } from "#app/organizers/invite.server.ts";
import { keepForm } from "#app/organizers/kept-forms.server.ts";
import { createSignInLink } from "#app/organizers/sign-in-link.server.ts";
import { publishPost } from "#app/posts/publish.server.ts";
import { startPost } from "#app/posts/write.server.ts";
import { addImage, addPressContact, addQuote } from "#app/press/change.server.ts";
import { recordResponse } from "#app/responses/record.server.ts";
import { addPaperCount } from "#app/signatures/paper-counts.server.ts";
import { paths } from "#app/http/paths.ts";
import { db } from "#db/client.server.ts";
import { campaigns, demands, jobNotes, jobs, messages, organizers, retailers, screeningFindings, signatureImports, signatures, targets } from "#db/schema/index.ts";
import { anOrganizer } from "#tests/build.ts";
import { sessionOf } from "#tests/integration/organizers-steps.ts";
import { aPng } from "#tests/pictures.ts";

const SLUG = "sample";
const PAPER_ID = v7();
const NEW_SLUG = "kind-kettles";
const RETAILER = "big-market";
const LETTER = {
  title: "أعزّاءنا تجّار التجزئة",
  addressees: "إلى كل من يبيع",
  datedOn: "2026-03-01",
  summary: "بيعوا ما هو آمن فقط.",
  bodyMarkdown: "نطلب منكم **ثلاثة أشياء**.\n\n## أولًا\n\n- المعايير\n- التحقق",
  sourcesMarkdown: "- [المصدر](https://example.org)",
};

export type DeskWorld = Awaited<ReturnType<typeof aDeskWorld>>;

/** The sample campaign as its first organizer finds it in the middle of the work: something is in every room of it. */
export async function aDeskWorld() {
  const [grace, sample] = await Promise.all([
    one(db.select().from(organizers).where(eq(organizers.email, "grace@example.org"))),
    one(db.select().from(campaigns).where(eq(campaigns.slug, SLUG))),
  ]);
  const place = { campaignId: sample.id, by: grace.id };
  const invitation = await aTeam(place);
  await aPressPage(place);
  await saveLetterDraft({ ...place, language: "ar", text: LETTER, revision: 0 });
  const demand = await aCampaignInSetUp(grace);
  const signature = await one(db.select().from(signatures).where(and(eq(signatures.campaignId, sample.id), eq(signatures.state, "confirmed"))).limit(1));
  const target = await targetOf(sample.id);
  return {
    session: await sessionOf(grace),
    slug: SLUG,
    newSlug: NEW_SLUG,
    retailer: RETAILER,
    demand,
    signature: signature.id,
    finding: await aFinding(place),
    message: (await one(db.select({ id: messages.id }).from(messages).where(eq(messages.targetId, target)).limit(1))).id,
    response: await aDraftResponse(target, grace),
    ...(await twoPosts(place)),
    ...(await twoJobs(place)),
    ...(await fromElsewhere(place)),
    member: (await anOrganizer(sample.id, { name: "Sam", role: "viewer" })).id,
    form: (await keepForm({ organizerId: grace.id, path: paths.deskTeam(SLUG), fields: [["email", "sam@coalition.example"], ["role", "viewer"]] })) ?? "",
    invitation,
    signInToken: await createSignInLink(db, grace.id),
  };
}

/** A count on paper, and a file that was sent and not yet checked. */
async function fromElsewhere(place: Place) {
  await addPaperCount(place, PAPER_ID, { place: "ميدان التحرير", countedOn: "2026-03-01", number: 1_204, note: "Counted twice." });
  const rows = ["A Head That Is Longer Than Any Column,E-mail,Country", "محمد علي,ada@example.org,EG", "Sam,sam@example.org,"];
  const received = await receiveImport({ ...place, title: "signatures from the petition before this one.csv", chunks: Readable.from([Buffer.from(rows.join("\n"))]) });
  const checked = await receiveImport({ ...place, title: "new.csv", chunks: Readable.from([Buffer.from("name,email\nSam,sam@example.org\n")]) });
  const result: z.infer<typeof CheckResult> = {
    "Rows in the file": 1, "To be added": 1, "Already there": 0, "Twice in the file": 0, "Faulty, to be left out": 0, "Read to its end": "yes",
  };
  const [check] = await db
    .insert(jobs)
    .values({ campaignId: place.campaignId, requestedBy: place.by, kind: "check import", title: "Dry run", input: {}, state: "done", result, endedAt: new Date() })
    .returning({ id: jobs.id });
  const checkedImport = checked.outcome === "received" ? checked.importId : "";
  await db.update(signatureImports).set({ checkJobId: check?.id }).where(eq(signatureImports.id, checkedImport));
  return { count: PAPER_ID, checkedImport, import: received.outcome === "received" ? received.importId : "" };
}

interface Place {
  campaignId: string;
  by: string;
}

async function aFinding({ campaignId }: Place) {
  const found = { kind: "network", value: "203.0.113.0/24", hour: new Date(), signings: 1_412, ofSignings: 2_610 } as const;
  return (await one(db.insert(screeningFindings).values({ campaignId, ...found }).returning())).id;
}

/** Resolves with the token of one who has not come yet. */
async function aTeam({ campaignId, by }: Place) {
  let token = "";
  const email = "somebody.with.a.very.long.address@department.of.a.coalition.example";
  await inviteToTeam({ campaignId, email, role: "reviewer", by, linkTo: (made) => ((token = made), `https://countersign.example${paths.invitation(made)}`) });
  return token;
}

async function aPressPage(place: Place) {
  await addQuote(place, undefined, { quote: "Nobody should have to ask twice.", speaker: "Grace Hopper", role: "Organizer", permission: "By mail, today." });
  await addPressContact(place, undefined, { name: "Grace Hopper", role: "Press", email: "press@coalition.example", phone: "+44 20 7946 0000" });
  await addImage(place, undefined, { content: aPng(400, 300), alt: "A kettle with a padlock", credit: "Grace Hopper, free to print" });
}

/** A copy of the shipped campaign. Resolves with the slug of one of its demands. */
async function aCampaignInSetUp({ id: by }: { id: string }) {
  const id = v7();
  await startFrom({ id, by, values: { start: "shipped", name: "Kind kettles", slug: NEW_SLUG }, file: undefined, hasSecondStep: false });
  return (await one(db.select().from(demands).where(eq(demands.campaignId, id)).limit(1))).slug;
}

async function aDraftResponse(targetId: string, { id: organizerId }: { id: string }) {
  const source = { sourceUrl: "https://example.org/news", sourceTitle: "News", capturedOn: "2026-02-02" };
  const values = { happenedOn: "2026-02-01", channel: "press", kind: "statement", summary: "It spoke.", quote: "We hear you.", ...source, stances: [] } as const;
  const recorded = await recordResponse({ targetId, organizerId, values: { ...values, stances: [] }, isPublished: false });
  return recorded.responseId;
}

async function twoPosts({ campaignId, by }: Place) {
  const [post, publishedPost] = [v7(), v7()];
  await startPost({ campaignId, postId: post, by, post: { title: "Big Market has written back", bodyMarkdown: "It **will look into it**." } });
  await startPost({ campaignId, postId: publishedPost, by, post: { title: "A thousand signatures", bodyMarkdown: "Thank you." } });
  await publishPost({ campaignId, postId: publishedPost, by });
  return { post, publishedPost };
}

/** One that the worker does at once, with a file; and one in the middle, whose next step is not due today. */
async function twoJobs({ campaignId, by }: Place) {
  const [job, runningJob] = [v7(), v7()];
  const columns = signaturesList.columns.map(({ name }) => name);
  await askForExport({ id: job, campaignId, by, selection: { which: "all", query: "country=FR" }, list: signaturesList, columns, hasMark: false });
  const input = { selection: { which: "all", query: "" }, reason: "A test.", askedAt: new Date().toISOString() };
  const tomorrow = new Date(Date.now() + 86_400_000);
  await db.insert(jobs).values({
    id: runningJob, campaignId, requestedBy: by, kind: "remove signatures", title: "Removal of signatures", input, state: "running",
    done: 400, total: 1000, startedAt: new Date(), nextStepAt: tomorrow,
  });
  await db.insert(jobNotes).values({ jobId: runningJob, text: "400 removed." });
  return { job, runningJob };
}

async function targetOf(campaignId: string) {
  const named = and(eq(targets.campaignId, campaignId), eq(retailers.slug, RETAILER));
  return (await one(db.select({ id: targets.id }).from(targets).innerJoin(retailers, eq(retailers.id, targets.retailerId)).where(named))).id;
}

async function one<Row>(rows: PromiseLike<Row[]>): Promise<Row> {
  const [row] = await rows;
  if (!row) throw new Error("The sample has no such row.");
  return row;
}
