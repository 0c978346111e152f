import { eq, sql as raw } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { writeAudit } from "#app/audit/write.server.ts";
import { deliveriesList } from "#app/desk/lists/deliveries-list.server.ts";
import { logList } from "#app/desk/lists/log-list.server.ts";
import { messagesList } from "#app/desk/lists/messages-list.server.ts";
import { retailersList } from "#app/desk/lists/retailers-list.server.ts";
import { signaturesList } from "#app/desk/lists/signatures-list.server.ts";
import { db } from "#db/client.server.ts";
import { deliveries, messages, signatures } from "#db/schema/index.ts";
import { aSignature, aTarget } from "#tests/build.ts";
import { aListedCampaign, look, manySign } from "./desk-list-steps.ts";

let here: Awaited<ReturnType<typeof aListedCampaign>>;

beforeEach(async () => {
  here = await aListedCampaign();
});

describe("pages", () => {
  test("lead through all rows, forwards and back, also where all stand at one instant", async () => {
    const made = await manySign(here, 120);
    // A microsecond apart from the rest, which a Date cannot tell.
    await db.update(signatures).set({ createdAt: raw`created_at + interval '1 microsecond'` }).where(eq(signatures.id, made[7]?.id ?? ""));
    const pages = [await look(here, signaturesList)];
    while (pages.at(-1)?.pager.next) pages.push(await look(here, signaturesList, pages.at(-1)?.pager.next));
    const ids = pages.map(({ rows }) => rows.map(({ id }) => id));
    expect(ids.map(({ length }) => length)).toEqual([50, 50, 20]);
    expect(new Set(ids.flat()).size).toBe(120);
    expect(ids[0]?.[0]).toBe(made[7]?.id);
    expect(pages.map(({ pager }) => pager.number)).toEqual([1, 2, 3]);

    const back = await look(here, signaturesList, pages[2]?.pager.previous);
    expect(back.rows.map(({ id }) => id)).toEqual(ids[1]);
    const first = await look(here, signaturesList, back.pager.previous);
    expect(first.rows.map(({ id }) => id)).toEqual(ids[0]);
    expect(first.pager).toMatchObject({ number: 1, next: expect.any(String) });
    expect(first.pager.previous).toBeUndefined();
  });

  test("begin at the end as well", async () => {
    await manySign(here, 60, (number) => ({ createdAt: new Date(Date.UTC(2026, 0, 1, 0, number)) }));
    const last = await look(here, signaturesList, "page=last");
    expect(last.rows).toHaveLength(50);
    expect(last.rows.at(-1)?.cells[0]?.text).toBe("Ada 0");
    expect(last.pager.next).toBeUndefined();
    const before = await look(here, signaturesList, last.pager.previous);
    expect(before.rows.map(({ cells }) => cells[0]?.text)).toEqual(Array.from({ length: 10 }, (_, number) => `Ada ${59 - number}`));
  });

  test("turn around with the order", async () => {
    await manySign(here, 3, (number) => ({ createdAt: new Date(Date.UTC(2026, 0, 1 + number)) }));
    const oldest = await look(here, signaturesList, "sort=signed");
    expect(oldest.rows.map(({ cells }) => cells[0]?.text)).toEqual(["Ada 0", "Ada 1", "Ada 2"]);
    expect(oldest.columns.find(({ name }) => name === "signed")?.sort).toEqual({ query: "?", is: "ascending" });
  });

  test("count no further than ten thousand", async () => {
    await manySign(here, 30);
    expect((await look(here, signaturesList)).total).toEqual({ count: 30, isMore: false });
  });
});

describe("signatures", () => {
  test("are narrowed by any filters together", async () => {
    await manySign(here, 40, (number) => ({
      country: number < 20 ? "DE" : "FR",
      comment: number % 4 === 0 ? "Please." : null,
      source: number % 5 === 0 ? "press" : null,
      ...(number % 3 === 0 ? { state: "confirmed" as const, confirmedAt: new Date("2026-03-01T13:00:00Z") } : {}),
    }));
    const names = async (query: string) => (await look(here, signaturesList, query)).rows.map(({ cells }) => Number(cells[0]?.text.slice(4))).toSorted((a, b) => a - b);
    expect(await names("country=DE&state=confirmed&comment=yes&shown=yes")).toEqual([0, 12]);
    expect(await names("country=FR&state=pending&comment=no&shown=no")).toEqual([23, 25, 29, 31, 35, 37]);
    expect(await names("source=press&state=confirmed")).toEqual([0, 15, 30]);
    expect(await names("state=confirmed&sort=-confirmed")).toHaveLength(14);
    expect(await names("name=ADA+3")).toEqual([3, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39]);
    expect(await names("signed-from=2026-03-01&signed-until=2026-03-01")).toHaveLength(40);
    expect(await names("signed-from=2026-03-02")).toEqual([]);
  });

  test("of another campaign are never among them, and no address is", async () => {
    const other = await aListedCampaign();
    await manySign(other, 5);
    await manySign(here, 2);
    const page = await look(here, signaturesList);
    expect(page.rows).toHaveLength(2);
    expect(JSON.stringify(page)).not.toContain("@");
    expect(signaturesList.columns.some(({ name }) => /mail|address/.test(name))).toBe(false);
  });

  test("are offered what a role may do, and a viewer nothing to tick", async () => {
    expect((await look(here, signaturesList)).acts.map(({ name }) => name)).toEqual(["release", "remove", "restore", "export"]);
    expect((await look(here, signaturesList, "", "reviewer")).acts.map(({ name }) => name)).toEqual(["release", "remove", "restore"]);
    expect((await look(here, signaturesList, "", "viewer")).acts).toEqual([]);
  });
});

describe("messages, deliveries, retailers and the log", () => {
  test("tell a message in the words of its signer's page, and a retailer's address but no signer's", async () => {
    const target = await aTarget(here.campaign.id);
    const ada = await aSignature({ campaignId: here.campaign.id, letterVersionId: here.letter.id }, { confirmedAt: new Date(), email: "ada@private.example" });
    const [message] = await db
      .insert(messages)
      .values({ signatureId: ada.id, targetId: target.id, subject: "Answer", body: "Please.", replyRoute: "signer", state: "queued", releasedAt: new Date(), hasOwnWords: true })
      .returning();
    await db.insert(deliveries).values([
      { card: "demands", toAddress: "care@corner-shop.example", priority: 2, campaignId: here.campaign.id, messageId: message?.id ?? null, state: "bounced", reason: "Permanent: no care@corner-shop.example" },
      { card: "my-page", toAddress: "ada@private.example", priority: 1, campaignId: here.campaign.id, signatureId: ada.id, state: "bounced", reason: "Permanent: no ada@private.example here" },
      { card: "demands", toAddress: "grace@private.example", priority: 2, campaignId: here.campaign.id, messageId: message?.id ?? null, isTest: true },
    ]);
    const written = await look(here, messagesList, "own=yes&state=queued");
    expect(written.rows[0]?.cells.map(({ text }) => text)).toContain("came back: the retailer's address does not take mail");
    expect((await look(here, messagesList, `retailer=${target.retailer.slug}&own=no`)).rows).toEqual([]);

    const mails = await look(here, deliveriesList);
    expect(mails.rows).toHaveLength(3);
    expect(JSON.stringify(mails)).toContain("care@corner-shop.example");
    expect(JSON.stringify(mails)).not.toContain("private.example");
    expect((await look(here, deliveriesList, "state=bounced&kind=my-page")).rows).toHaveLength(1);

    const [retailer] = (await look(here, retailersList, `target=yes&name=${target.retailer.name}`)).rows;
    expect(retailer?.cells.map(({ text }) => text)).toEqual(["Corner Shop", "United Kingdom", "yes", "Not asked", "1", "", "0", "1"]);
  });

  test("show who did what, narrowed by who, verb, subject and day", async () => {
    const { campaign, grace } = here;
    const entry = { campaignId: campaign.id, by: grace.id, subjectId: "x", title: "The letter" } as const;
    await db.transaction(async (tx) => {
      await writeAudit(tx, { ...entry, act: "published", subject: "letter", before: { number: 1 }, after: { number: 2 } }, new Date("2026-03-01T10:00:00Z"));
      await writeAudit(tx, { ...entry, by: null, act: "closed", subject: "campaign" }, new Date("2026-03-02T10:00:00Z"));
    });
    const [closed, published] = (await look(here, logList)).rows;
    expect(closed?.cells[1]).toMatchObject({ text: "The house" });
    expect(published?.cells.at(-1)?.folded).toEqual(["number: 1 → 2"]);
    const count = async (query: string) => (await look(here, logList, query)).rows.length;
    expect(await count(`who=${grace.id}`)).toBe(1);
    expect(await count("who=house&act=closed&subject=campaign")).toBe(1);
    expect(await count(`who=${grace.id}&subject=letter&at-until=2026-03-01`)).toBe(1);
    expect(await count("act=published&at-from=2026-03-02")).toBe(0);
  });

  test("say what to do where there is nothing", async () => {
    for (const list of [signaturesList, messagesList, deliveriesList, logList]) {
      const page = await look(here, list);
      expect(page).toMatchObject({ rows: [], total: { count: 0, isMore: false } });
      expect(page.nothingYet).not.toBe("");
    }
  });
});
