import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { listHistory } from "#app/audit/history.server.ts";
import { listPublicSigners } from "#app/signatures/list-public-signers.server.ts";
import { countWaitingComments, listComments, reviewComment } from "#app/signatures/review-comments.server.ts";
import { db } from "#db/client.server.ts";
import { signatures } from "#db/schema/index.ts";
import { anOrganizer, aSignature } from "#tests/build.ts";
import { after, anOpenLetter, MORNING } from "./signing-steps.ts";

let open: Awaited<ReturnType<typeof anOpenLetter>>;
let by: string;

beforeEach(async () => {
  open = await anOpenLetter();
  by = (await anOrganizer(open.campaign.id)).id;
});

function signed(name: string, given: Partial<typeof signatures.$inferInsert> = {}) {
  return aSignature({ campaignId: open.campaign.id, letterVersionId: open.letter.id }, { name, isNameShown: true, confirmedAt: MORNING, ...given });
}

describe("the public list of signers", () => {
  const names = async (before?: Date) => (await listPublicSigners(open.campaign.id, before)).signers.map(({ name }) => name);

  test("shows who is confirmed and chose to be shown, the newest first, and nothing but what they chose", async () => {
    await signed("Ada", { confirmedAt: after(1) });
    await signed("Sam", { confirmedAt: after(2) });
    await signed("Hidden", { isNameShown: false });
    for (const state of ["pending", "suspect", "removed", "withdrawn"] as const) await signed(state, { state });
    const { signers, next } = await listPublicSigners(open.campaign.id, undefined);
    expect(signers.map((signer) => Object.keys(signer))[0]).toEqual(["name", "country", "confirmedAt", "comment"]);
    expect(signers.map(({ name }) => name)).toEqual(["Sam", "Ada"]);
    expect(next).toBeUndefined();
  });

  test("goes back page by page, with nobody twice and nobody left out, also where many came in one second", async () => {
    for (let second = 0; second < 5; second += 1) {
      await Promise.all(Array.from({ length: 45 }, (_, place) => signed(`Ada ${second}-${place}`, { confirmedAt: new Date(MORNING.getTime() + second * 1000 + place * 7) })));
    }
    const seen: string[] = [];
    let before: Date | undefined;
    do {
      const page = await listPublicSigners(open.campaign.id, before);
      seen.push(...page.signers.map(({ name }) => name));
      before = page.next;
    } while (before);
    expect(seen).toHaveLength(225);
    expect(new Set(seen).size).toBe(225);
  });

  test("ends before the first of them", async () => {
    await signed("Ada");
    expect(await names(MORNING)).toEqual([]);
  });
});

describe("a comment", () => {
  const review = (signatureId: string, seen: string, given: "shown" | "declined" = "shown") => reviewComment({ campaignId: open.campaign.id, signatureId, seen, review: given, by });
  const waiting = () => listComments(open.campaign.id, "waiting");
  const shown = async () => (await listPublicSigners(open.campaign.id, undefined)).signers.map(({ comment }) => comment);

  test("is shown only after a reviewer has let it through, and leaves when they think again", async () => {
    const ada = await signed("Ada", { comment: "My kettle listens." });
    expect(await shown()).toEqual([null]);
    const [row] = await waiting();
    expect(await review(ada.id, row?.seen ?? "")).toEqual({ outcome: "reviewed" });
    expect(await shown()).toEqual(["My kettle listens."]);
    expect(await waiting()).toEqual([]);
    await review(ada.id, row?.seen ?? "", "declined");
    expect(await shown()).toEqual([null]);
    expect((await listComments(open.campaign.id, "declined")).map(({ name }) => name)).toEqual(["Ada"]);
  });

  test("waits only when its signer is confirmed and chose to be shown", async () => {
    await signed("Pending", { comment: "x", state: "pending", confirmedAt: null });
    await signed("Hidden", { comment: "x", isNameShown: false });
    await signed("Gone", { comment: "x", state: "removed" });
    await signed("Ada", { comment: "My kettle listens." });
    expect((await waiting()).map(({ name }) => name)).toEqual(["Ada"]);
    expect(await countWaitingComments(open.campaign.id)).toBe(1);
  });

  test("that its signer changed since it was read is not shown unread", async () => {
    const ada = await signed("Ada", { comment: "My kettle listens." });
    const [row] = await waiting();
    await db.update(signatures).set({ comment: "Buy my pills." }).where(eq(signatures.id, ada.id));
    expect(await review(ada.id, row?.seen ?? "")).toEqual({ outcome: "changed meanwhile" });
    expect(await shown()).toEqual([null]);
  });

  test("of another campaign is nobody's to review", async () => {
    const ada = await signed("Ada", { comment: "My kettle listens." });
    const [row] = await waiting();
    const other = await anOpenLetter();
    expect(await reviewComment({ campaignId: other.campaign.id, signatureId: ada.id, seen: row?.seen ?? "", review: "shown", by })).toEqual({ outcome: "gone" });
  });

  test("reviewed twice the same way stands in the log once, and the log has none of its words", async () => {
    const ada = await signed("Ada", { comment: "My kettle listens." });
    const [row] = await waiting();
    await Promise.all([review(ada.id, row?.seen ?? ""), review(ada.id, row?.seen ?? "")]);
    const log = await listHistory(open.campaign.id, [{ subject: "comment", ids: [ada.id] }]);
    expect(log.map(({ act }) => act)).toEqual(["approved"]);
    expect(JSON.stringify(log)).not.toContain("kettle");
  });
});
