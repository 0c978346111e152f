import type postgres from "postgres";
import { writePlace } from "#app/desk/lists/cursor.ts";
import { paths } from "#app/http/paths.ts";
import { WAITING_KINDS } from "#app/http/waiting-kinds.server.ts";

/** The page of a list that is looked at far down; its number, and how many rows each page has. */
export const PAGE = 10_000;
const ROWS_A_PAGE = 50;

export interface MeasuredPage {
  what: string;
  path: string;
  /** Asked for by anybody, and drawn anew each time instead of coming from memory. */
  isPublic?: boolean;
}

interface Filled {
  id: string;
  slug: string;
}

/** Every page that reads much: of the desk, and of what the public sees of the same campaign. */
export async function pagesToMeasure(sql: postgres.Sql, { id, slug }: Filled): Promise<MeasuredPage[]> {
  return [...(await roomsOf(sql, id, slug)), ...(await listsOf(sql, id, slug)), ...(await publicPagesOf(sql, id, slug))];
}

async function roomsOf(sql: postgres.Sql, campaignId: string, slug: string): Promise<MeasuredPage[]> {
  const retailer = await retailerOf(sql, campaignId);
  const [signature] = await sql<{ id: string }[]>`
    select m.signature_id as id from messages m join targets t on t.id = m.target_id where t.campaign_id = ${campaignId} limit 1`;
  const [message] = await sql<{ id: string }[]>`select m.id from messages m join targets t on t.id = m.target_id where t.campaign_id = ${campaignId} limit 1`;
  return [
    { what: "campaigns", path: paths.desk() },
    { what: "today", path: paths.deskCampaign(slug) },
    { what: "links", path: paths.deskLinks(slug) },
    { what: "state", path: paths.deskState(slug) },
    { what: "clock", path: paths.deskClock(slug) },
    { what: "reconciliations", path: paths.deskReconciliations(slug) },
    { what: "closing", path: paths.deskClosing(slug) },
    { what: "messages to end", path: paths.deskEndMessages(slug) },
    { what: "mode", path: paths.deskMode(slug) },
    { what: "set-up", path: paths.setUp(slug) },
    { what: "set-up, checklist", path: paths.setUpStep(slug, "checklist") },
    { what: "letter", path: paths.deskLetter(slug) },
    { what: "letter, editor", path: paths.deskLetterIn(slug, "en") },
    { what: "team", path: paths.deskTeam(slug) },
    { what: "jobs", path: paths.deskJobs(slug) },
    { what: "folder", path: paths.deskFolder(slug) },
    { what: "posts", path: paths.deskPosts(slug) },
    { what: "press", path: paths.deskPress(slug) },
    ...WAITING_KINDS.map(({ name }) => ({ what: `waiting, ${name}`, path: paths.deskWaiting(slug, name) })),
    { what: "target", path: paths.deskTarget(slug, retailer) },
    { what: "contacts", path: paths.deskContacts(slug, retailer) },
    { what: "signature", path: paths.deskSignature(slug, signature?.id ?? "") },
    { what: "message", path: paths.deskMessage(slug, message?.id ?? "") },
  ];
}

async function listsOf(sql: postgres.Sql, campaignId: string, slug: string): Promise<MeasuredPage[]> {
  const signatures = paths.deskSignatures(slug);
  const messages = paths.deskMessages(slug);
  const deliveries = paths.deskDeliveries(slug);
  const far = (await pageAfter(sql, sql`select created_at as at, id from signatures where campaign_id = ${campaignId}`)) ?? "last";
  const farMail = (await pageAfter(sql, sql`select due_at as at, id from deliveries where campaign_id = ${campaignId}`, "-due")) ?? "last";
  return [
    { what: "signatures, first page", path: signatures },
    { what: `signatures, page ${PAGE}`, path: `${signatures}?page=${far}` },
    { what: "signatures, last page", path: `${signatures}?page=last` },
    { what: "signatures, oldest first", path: `${signatures}?sort=signed` },
    { what: "signatures, by name", path: `${signatures}?sort=name` },
    { what: "signatures, by name, last page", path: `${signatures}?sort=name&page=last` },
    { what: "signatures, name begins with a", path: `${signatures}?name=a` },
    { what: "signatures, confirmed", path: `${signatures}?state=confirmed` },
    { what: "signatures, confirmed, by confirmation", path: `${signatures}?state=confirmed&sort=-confirmed` },
    { what: "signatures, suspect", path: `${signatures}?state=suspect` },
    { what: "signatures, of Iceland", path: `${signatures}?country=IS` },
    { what: "signatures, confirmed, US, shown, comment", path: `${signatures}?state=confirmed&country=US&shown=yes&comment=yes` },
    { what: "signatures, of the newsletter, hidden", path: `${signatures}?source=newsletter&shown=no` },
    { what: "signatures, of ten days", path: `${signatures}?signed-from=${dayAgo(110)}&signed-until=${dayAgo(100)}` },
    { what: "signatures, nothing matches", path: `${signatures}?country=AQ&state=suspect` },
    { what: "messages, first page", path: messages },
    { what: "messages, held, own words", path: `${messages}?state=held&own=yes` },
    { what: "messages, last page", path: `${messages}?page=last` },
    { what: "deliveries, first page", path: deliveries },
    { what: `deliveries, page ${PAGE}`, path: `${deliveries}?page=${farMail}` },
    { what: "deliveries, bounced confirmations", path: `${deliveries}?state=bounced&kind=confirm-signature` },
    { what: "deliveries, last page", path: `${deliveries}?page=last` },
    { what: "retailers", path: paths.deskRetailers(slug) },
    { what: "log, first page", path: paths.deskLog(slug) },
    { what: "log, by verb and subject", path: `${paths.deskLog(slug)}?act=changed&subject=letter` },
    { what: "log, last page", path: `${paths.deskLog(slug)}?page=last` },
  ];
}

async function publicPagesOf(sql: postgres.Sql, campaignId: string, slug: string): Promise<MeasuredPage[]> {
  const retailer = await retailerOf(sql, campaignId);
  return [
    { what: "home", path: paths.home() },
    { what: "letter", path: paths.letter(slug) },
    { what: "count.json", path: paths.count(slug) },
    { what: "how we count", path: paths.counting(slug) },
    { what: "scoreboard", path: paths.scoreboard(slug) },
    { what: "retailer", path: paths.retailer(retailer) },
    { what: "press", path: paths.press(slug) },
  ].map((page) => ({ ...page, what: `public: ${page.what}`, isPublic: true }));
}

async function retailerOf(sql: postgres.Sql, campaignId: string) {
  const [first] = await sql<{ slug: string }[]>`
    select r.slug from targets t join retailers r on r.id = t.retailer_id where t.campaign_id = ${campaignId} order by t.position limit 1`;
  return first?.slug ?? "";
}

/** Where the page begins whose number is PAGE; found the slow way, which is what the list does not do. */
async function pageAfter(sql: postgres.Sql, rows: postgres.PendingQuery<postgres.Row[]>, order = "-signed") {
  const [last] = await sql<{ at: string; id: string }[]>`
    select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, id from (${rows}) listed
    order by listed.at desc, listed.id desc limit 1 offset ${(PAGE - 1) * ROWS_A_PAGE - 1}`;
  return last ? writePlace({ kind: "after", keys: [last.at, last.id], number: PAGE }, order) : undefined;
}

function dayAgo(days: number) {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}
