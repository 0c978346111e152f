import { asc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { v7 } from "uuid";
import { findDeskPost, findPublishedPost, listPublishedPosts } from "#app/posts/list.server.ts";
import { publishPost, restorePost, withdrawPost } from "#app/posts/publish.server.ts";
import { savePost, startPost } from "#app/posts/write.server.ts";
import { action as changePost } from "#app/routes/organize/posts/post.tsx";
import { action as publish } from "#app/routes/organize/posts/publication.ts";
import { loader as readFeed } from "#app/routes/posts/feed.ts";
import { loader as readPost } from "#app/routes/posts/post.tsx";
import { db } from "#db/client.server.ts";
import { listen } from "#db/notices.server.ts";
import { auditEntries, posts } from "#db/schema/index.ts";
import { aCampaign, anOrganizer } from "#tests/build.ts";
import { parseXml } from "../unit/xml.ts";
import { answerOf, browserOf } from "./organizers-steps.ts";

const context = { isFromThisMachine: false };
const MONDAY = new Date("2026-03-02T09:00:00Z");
const FRIDAY = new Date("2026-03-06T09:00:00Z");

let campaign: Awaited<ReturnType<typeof aCampaign>>;
let grace: Awaited<ReturnType<typeof anOrganizer>>;

beforeEach(async () => {
  campaign = await aCampaign();
  grace = await anOrganizer(campaign.id);
});

async function aPost(title = "Corner Shop has answered", isPublished = true) {
  const of = { campaignId: campaign.id, postId: v7(), by: grace.id };
  await startPost({ ...of, post: { title, bodyMarkdown: "It **did**." } }, MONDAY);
  if (isPublished) await publishPost(of, MONDAY);
  return of;
}

async function acts() {
  const entries = await db.select().from(auditEntries).where(eq(auditEntries.campaignId, campaign.id)).orderBy(asc(auditEntries.id));
  return entries.map(({ act }) => act);
}

describe("a post", () => {
  test("is the desk's own until it is published, and then public at an address that stays", async () => {
    const draft = await aPost(undefined, false);
    expect(await listPublishedPosts(campaign.id, 10)).toEqual([]);
    expect(await findPublishedPost(campaign.id, draft.postId)).toBeUndefined();
    await publishPost(draft, MONDAY);
    expect(await listPublishedPosts(campaign.id, 10)).toMatchObject([{ slug: "corner-shop-has-answered", publishedAt: MONDAY, updatedAt: MONDAY }]);
    await savePost({ ...draft, revision: 1, post: { title: "Corner Shop wrote back", bodyMarkdown: "It did." } }, FRIDAY);
    expect(await findPublishedPost(campaign.id, "corner-shop-has-answered")).toMatchObject({ title: "Corner Shop wrote back", publishedAt: MONDAY, updatedAt: FRIDAY });
    expect(await acts()).toEqual(["created", "published", "corrected"]);
  });

  test("is started once and published once, however often the form is sent", async () => {
    const heard: string[] = [];
    const unlisten = await listen("published", (slug) => heard.push(slug));
    const of = await aPost(undefined, false);
    await startPost({ ...of, post: { title: "Again", bodyMarkdown: "Again." } });
    const outcomes = await Promise.all([publishPost(of), publishPost(of), publishPost(of)]);
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(["published", "published before", "published before"]);
    await expect.poll(() => heard).toEqual([campaign.slug]);
    await unlisten();
    expect(await acts()).toEqual(["created", "published"]);
  });

  test("of a title that was there before has an address of its own, also when both are published at once", async () => {
    const [one, two, three] = [await aPost("!!!", false), await aPost("An answer", false), await aPost("An answer", false)];
    await Promise.all([one, two, three].map((post) => publishPost(post)));
    expect((await listPublishedPosts(campaign.id, 10)).map(({ slug }) => slug).toSorted()).toEqual(["an-answer", "an-answer-2", "post"]);
  });

  test("taken back, is gone from lists and says so at its address; put back, is there again", async () => {
    const of = await aPost();
    const opens = () => answerOf(readPost({ request: new Request("http://x/"), params: { slug: campaign.slug, post: "corner-shop-has-answered" }, context }));
    expect(await withdrawPost(of, FRIDAY)).toEqual({ outcome: "withdrawn" });
    expect(await withdrawPost(of, FRIDAY)).toEqual({ outcome: "gone" });
    expect(await listPublishedPosts(campaign.id, 10)).toEqual([]);
    const gone = await readPost({ request: new Request("http://x/"), params: { slug: campaign.slug, post: "corner-shop-has-answered" }, context });
    expect(gone).toMatchObject({ init: { status: 410 }, data: { withdrawnAt: FRIDAY, post: undefined } });
    expect(JSON.stringify(gone)).not.toContain("<strong>");
    expect(await restorePost(of)).toEqual({ outcome: "restored" });
    expect((await opens()).status).toBe(200);
    expect(await acts()).toEqual(["created", "published", "withdrew", "restored"]);
  });

  test("saved by a second organizer is not written over, and both texts are told apart", async () => {
    const of = await aPost(undefined, false);
    const sends = async (fields: Record<string, string>) => changePost({ request: (await browserOf(grace)).sends("/organize/x", fields), params: { slug: campaign.slug, post: of.postId }, context });
    const fields = { title: "One", body: "First.", revision: "1" };
    await sends(fields);
    expect(await sends({ ...fields, title: "Two" })).toMatchObject({
      init: { status: 409 },
      data: { typed: { title: "Two", revision: "2" }, conflict: { by: "Grace Hopper", fields: [{ label: "Title" }] } },
    });
    expect(await findDeskPost(campaign.id, of.postId)).toMatchObject({ title: "One", revision: 2 });
    await sends({ ...fields, title: "Two", revision: "2" });
    expect(await findDeskPost(campaign.id, of.postId)).toMatchObject({ title: "Two" });
  });

  test("of another campaign is not found through one's own", async () => {
    const of = await aPost(undefined, false);
    const other = await aCampaign();
    const sam = await anOrganizer(other.id);
    expect(await savePost({ ...of, campaignId: other.id, revision: 1, post: { title: "x", bodyMarkdown: "x" } })).toEqual({ outcome: "gone" });
    const request = (await browserOf(sam)).sends("/organize/x", { step: "publish" });
    const answer = await answerOf(publish({ request, params: { slug: other.slug, post: of.postId }, context }));
    expect(answer.status).toBe(404);
    expect(await db.select().from(posts).where(eq(posts.id, of.postId))).toMatchObject([{ publishedAt: null }]);
    expect(await findDeskPost(campaign.id, "nowhere")).toBeUndefined();
  });
});

test("the feed holds what is public, with ids that outlive an address", async () => {
  const first = await aPost("First");
  const second = await aPost("Second");
  await aPost("Draft", false);
  await savePost({ ...first, revision: 1, post: { title: "First", bodyMarkdown: "Put <b>right</b>." } }, FRIDAY);
  const answer = await readFeed({ request: new Request("http://x/"), params: { slug: campaign.slug }, context });
  expect(answer.headers.get("Content-Type")).toBe("application/atom+xml; charset=utf-8");
  const feed = parseXml(await answer.text());
  const of = (name: string) => feed.children.filter((child) => child.name === "entry").map((entry) => entry.children.find((child) => child.name === name)?.text);
  expect(of("id")).toEqual([`urn:uuid:${second.postId}`, `urn:uuid:${first.postId}`]);
  expect(of("content")).toEqual(["<p>It <strong>did</strong>.</p>\n", "<p>Put &lt;b&gt;right&lt;/b&gt;.</p>\n"]);
  expect(feed.children.find(({ name }) => name === "updated")?.text).toBe(FRIDAY.toISOString());
  expect(feed.children.find(({ name }) => name === "id")?.text).toBe(`urn:uuid:${campaign.id}`);
});
