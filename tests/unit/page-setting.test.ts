import { describe, expect, test } from "vitest";
import { readPageSetting } from "#app/http/page-setting.ts";

const PLAIN = { data: undefined, handle: undefined };

describe("the document around a page", () => {
  test("is English, no sample and without scripts when nobody says otherwise", () => {
    for (const matches of [[], [PLAIN], [{ data: null, handle: null }], [{ data: "x", handle: 1 }]]) {
      expect(readPageSetting(matches)).toEqual({ language: "en", direction: "ltr", isSample: false, accent: null, logo: null, shipsScripts: false });
    }
  });

  test("follows what the innermost loader says", () => {
    const outer = { data: { page: { language: "fr", isSample: false } }, handle: undefined };
    const inner = { data: { page: { language: "de", isSample: true } }, handle: undefined };
    expect(readPageSetting([outer, inner, PLAIN])).toMatchObject({ language: "de", isSample: true });
  });

  test.each([["ar", "rtl"], ["he-IL", "rtl"], ["fa", "rtl"], ["en-GB", "ltr"], ["arn", "ltr"]])("reads %s %s", (language, direction) => {
    expect(readPageSetting([{ data: { page: { language, isSample: false } }, handle: undefined }])).toMatchObject({ language, direction });
  });

  test("ships scripts only where a route's handle says so", () => {
    expect(readPageSetting([PLAIN, { data: { shipsScripts: true }, handle: { shipsScripts: "yes" } }])).toMatchObject({ shipsScripts: false });
    expect(readPageSetting([{ data: undefined, handle: { shipsScripts: true } }, PLAIN])).toMatchObject({ shipsScripts: true });
  });
});
