import postgres from "postgres";
import { describe, expect, test } from "vitest";
import { csvLine } from "#app/desk/lists/csv.ts";
import { readPlace, writePlace } from "#app/desk/lists/cursor.ts";
import { cardWord, reasonWithoutAddress } from "#app/desk/lists/delivery-words.ts";
import type { Sort } from "#app/desk/lists/definition.ts";
import type { Filter } from "#app/desk/lists/filter.ts";
import { viewChips } from "#app/desk/lists/list-view.ts";
import { readQuery, writeQuery } from "#app/desk/lists/query.ts";
import { readSelection, TICKED_MAX } from "#app/desk/lists/selection.ts";

const ID = "0190b5d2-0000-7000-8000-000000000001";
const AT = "2026-03-01T12:00:00.123456Z";

const filters: readonly Filter[] = [
  { kind: "one of", name: "state", label: "State", options: [{ value: "confirmed", word: "confirmed" }, { value: "pending", word: "not confirmed" }] },
  { kind: "text", name: "source", label: "Source", match: "exact", max: 10 },
  { kind: "days", name: "signed", label: "Signed" },
  { kind: "yes or no", name: "shown", label: "Name shown", yes: "Name shown", no: "Name hidden", apart: ["source"] },
  { kind: "text", name: "name", label: "Name", match: "begins with", max: 10, sort: "name", apart: ["state"] },
];
const sorts: readonly [Sort, ...Sort[]] = [
  aSort({ name: "signed", title: "Signed", isDescending: true }),
  aSort({ name: "confirmed", title: "Confirmed", isDescending: true, along: ["state"], needs: { state: "confirmed" } }),
  aSort({ name: "name", title: "Name", along: [] }),
];
const offer = { filters, sorts };

/** The reader of a URL looks at names and types only: nothing is asked of a database. */
function aSort(given: Partial<Sort> & Pick<Sort, "name" | "title">): Sort {
  return { isDescending: false, ...given, keys: [{ column: postgres()`nothing`, type: given.name === "name" ? "text" : "instant" }] };
}

function read(query: string) {
  return readQuery(offer, new URLSearchParams(query));
}

describe("the address of a list", () => {
  test("says what is shown, and reads back as the same", () => {
    const query = read("state=confirmed&signed-from=2026-01-01&sort=signed");
    expect(query).toMatchObject({ values: { state: "confirmed", "signed-from": "2026-01-01" }, sort: { name: "signed" }, isDescending: false, notes: [] });
    expect(writeQuery(offer, query)).toBe("state=confirmed&signed-from=2026-01-01&sort=signed");
  });

  test("has one spelling for all that mean the same", () => {
    expect(writeQuery(offer, read("sort=-signed&source=&state=pending"))).toBe("state=pending");
    expect(writeQuery(offer, read("state=pending&shown="))).toBe("state=pending");
  });

  test("loses what is unknown or broken, says so, and is never a failure", () => {
    const query = read("state=whatever&signed-from=2026-13-45&colour=red&sort=size&page=%00zz&source=longer-than-ten");
    expect(query).toMatchObject({ values: {}, sort: { name: "signed" }, place: { kind: "first" } });
    expect(query.notes).toHaveLength(6);
  });

  test("combines no filters and orders that no index serves", () => {
    expect(read("source=press&shown=yes")).toMatchObject({ values: { source: "press" }, notes: [expect.stringContaining("cannot be combined")] });
    expect(read("sort=-confirmed")).toMatchObject({ sort: { name: "signed" }, notes: [expect.stringContaining("cannot be sorted")] });
    expect(read("state=confirmed&sort=-confirmed")).toMatchObject({ sort: { name: "confirmed" }, notes: [] });
    expect(read("name=ada")).toMatchObject({ sort: { name: "name" }, isDescending: false, notes: [] });
  });

  test("of a chip takes its filter away and no other", () => {
    const chips = viewChips(offer, read("state=confirmed&signed-until=2026-02-01&sort=-confirmed"));
    expect(chips).toEqual([
      { words: "State: confirmed", query: "?signed-until=2026-02-01" },
      { words: "Signed: until 2026-02-01", query: "?state=confirmed" },
    ]);
  });
});

describe("the place of a page", () => {
  const place = { kind: "after", keys: [AT, ID], number: 7 } as const;

  test("reads back, microseconds and all", () => {
    expect(readPlace(writePlace(place, "-signed") ?? "", "-signed", ["instant", "uuid"])).toEqual(place);
  });

  test("is good for one order only", () => {
    expect(readPlace(writePlace(place, "-signed") ?? "", "signed", ["instant", "uuid"])).toBeUndefined();
    expect(readPlace(writePlace(place, "name") ?? "", "name", ["text", "text", "uuid"])).toBeUndefined();
  });

  test.each([
    ["no instant", ["2026-99-99T12:00:00.123456Z", ID]],
    ["no uuid", [AT, "1; drop table signatures"]],
    ["too few keys", [AT]],
  ])("with %s is none", (_, keys) => {
    expect(readPlace(writePlace({ ...place, keys }, "-signed") ?? "", "-signed", ["instant", "uuid"])).toBeUndefined();
  });

  test.each(["e30", "bnVsbA", "!!!", "W10", "last ", Buffer.from('["after","-signed",["x"],1e99]').toString("base64url")])("made by hand (%s) is none", (text) => {
    expect(readPlace(text, "-signed", ["instant", "uuid"])).toBeUndefined();
  });
});

describe("a file", () => {
  test("quotes what needs it", () => {
    expect(csvLine(["plain", 'says "yes"', "a,b", "two\nlines"])).toBe('plain,"says ""yes""","a,b","two\nlines"\r\n');
  });

  test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"])("holds no formula (%j)", (text) => {
    expect(csvLine([text])).toMatch(/^"?'/);
  });
});

describe("a selection", () => {
  test("is the ticked rows once each, or all that match", () => {
    expect(readSelection(new URLSearchParams([["id", ID], ["id", ID]]))).toEqual({ which: "ticked", ids: [ID] });
    expect(readSelection(new URLSearchParams({ which: "all", query: "state=pending", id: ID }))).toEqual({ which: "all", query: "state=pending" });
  });

  test("of nothing, of what is no id, or of too many is none", () => {
    expect(readSelection(new URLSearchParams())).toBeUndefined();
    expect(readSelection(new URLSearchParams({ id: "all" }))).toBeUndefined();
    const many = Array.from({ length: TICKED_MAX + 1 }, (_, number) => ["id", ID.slice(0, -4) + String(1000 + number)]);
    expect(readSelection(new URLSearchParams(many))).toBeUndefined();
  });
});

describe("words of the mail", () => {
  test("name no signer's address", () => {
    expect(reasonWithoutAddress("550 5.1.1 <ada@example.org>: no such user ada@example.org")).toBe("550 5.1.1 <(address)>: no such user (address)");
  });

  test("call a card that is new to them by its name", () => {
    expect(cardWord("response-published")).toBe("Response published");
  });
});
