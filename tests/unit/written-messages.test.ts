import { describe, expect, test } from "vitest";
import { readWritten } from "#app/routes/messages/read-written.ts";

const CORNER_SHOP = { id: "1", slug: "corner-shop" };
const BIG_MARKET = { id: "2", slug: "big-market" };

describe("the messages of one form", () => {
  test("are read by retailer, with line breaks made one kind", () => {
    const fields = new URLSearchParams({
      "subject.corner-shop": "Please endorse",
      "body.corner-shop": "Dear Corner Shop,\r\nplease do.",
      "subject.big-market": "Please vet",
      "body.big-market": "Dear Big Market",
    });
    expect(readWritten(fields, [CORNER_SHOP, BIG_MARKET])).toEqual({
      errors: {},
      written: [
        { targetId: "1", subject: "Please endorse", body: "Dear Corner Shop,\nplease do." },
        { targetId: "2", subject: "Please vet", body: "Dear Big Market" },
      ],
    });
  });

  test("that are refused name their retailer's field, and leave the others be", () => {
    const fields = new URLSearchParams({
      "subject.corner-shop": "",
      "body.corner-shop": "x".repeat(5_001),
      "subject.big-market": "Please vet",
      "body.big-market": "Dear Big Market",
    });
    const { written, errors } = readWritten(fields, [CORNER_SHOP, BIG_MARKET]);
    expect(Object.keys(errors)).toEqual(["subject.corner-shop", "body.corner-shop"]);
    expect(written).toHaveLength(1);
  });
});
