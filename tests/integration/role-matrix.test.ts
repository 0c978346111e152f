import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RemixHandler } from "#app/http/remix.server.ts";
import { sql } from "#db/client.server.ts";
import { openRoutes, type RouteModule } from "#tests/setup/open-routes.ts";
import { type HouseRoute, listRoutes } from "#tests/setup/route-list.ts";
import { DESK_DOORS, type DeskDoor, isAsTold, isLetIn, type Knocker, KNOCKERS } from "./desk-doors-table.ts";
import { aWorld, cookieOf, type World } from "./desk-doors-world.ts";
import { type Answer, knock, knockForData } from "./knocking.ts";
import { drawMatrix } from "./role-matrix-drawing.ts";

const WALK_MS = 240_000;
/** Rows that only say when somebody was last seen. */
const TOUCHED_BY_LOOKING = ["organizer_sessions"];
const routes = (await listRoutes()).filter(({ pattern }) => /^\/organize(?![\w-])/.test(pattern));

let handler: RemixHandler;
let modules: Map<string, RouteModule>;
/** Of all that read or are refused: nothing in it may change. */
let still: World;
const cookies = new Map<Knocker, string>();
const drawn = { get: new Map<string, Answer>(), post: new Map<string, Answer>() };

beforeAll(async () => {
  ({ handler, modules } = await openRoutes());
  still = await aWorld();
  for (const knocker of KNOCKERS) cookies.set(knocker, await cookieOf(still, knocker));
}, WALK_MS);

afterAll(() => process.stdout.write(drawMatrix(DESK_DOORS, drawn)));

test("every address under /organize is in the table, and the table names no other", () => {
  expect(routes.length).toBeGreaterThan(10);
  expect(DESK_DOORS.map(({ pattern }) => pattern).toSorted()).toEqual(routes.map(({ pattern }) => pattern).toSorted());
});

test("forms are taken where the table says so, and nowhere else", () => {
  const takers = routes.filter(({ id }) => modules.get(id)?.action !== undefined).map(({ pattern }) => pattern);
  expect(DESK_DOORS.filter(({ post }) => post !== "no action").map(({ pattern }) => pattern).toSorted()).toEqual(takers.toSorted());
});

describe("a reader", () => {
  test("is answered as the table says; nobody else is told the campaign's name; nothing changes", async () => {
    const before = await fingerprint();
    const strays = await walk("get", (door, knocker) => knock(handler, still, "GET", door, cookieFor(knocker)), { draws: true });
    expect(strays).toEqual([]);
    expect(await fingerprint()).toEqual(before);
  }, WALK_MS);

  test("who asks for one route's values alone, as scripts do, passes no layout's guard and is answered the same", async () => {
    const doors = DESK_DOORS.filter(({ pattern }) => modules.get(routeOf(pattern).id)?.loader !== undefined);
    expect(await walk("get", (door, knocker) => knockForData(handler, still, "GET", door, routeOf(door.pattern), cookieFor(knocker)), { doors })).toEqual([]);
  }, WALK_MS);
});

describe("a form", () => {
  const only = (door: DeskDoor, knocker: Knocker) => !isLetIn(door.post, knocker);

  test("of somebody who may not send it is refused, and changes nothing", async () => {
    const before = await fingerprint();
    expect(await walk("post", (door, knocker) => knock(handler, still, "POST", door, cookieFor(knocker)), { only, draws: true })).toEqual([]);
    expect(await fingerprint()).toEqual(before);
  }, WALK_MS);

  test("is refused the same when scripts send it, or under another method", async () => {
    const before = await fingerprint();
    expect(await walk("post", (door, knocker) => knockForData(handler, still, "POST", door, routeOf(door.pattern), cookieFor(knocker)), { only })).toEqual([]);
    expect(await walk("post", (door, knocker) => knock(handler, still, "PUT", door, cookieFor(knocker)), { only })).toEqual([]);
    expect(await fingerprint()).toEqual(before);
  }, WALK_MS);

  test("of somebody who may send it is taken", async () => {
    const fresh = async (door: DeskDoor, knocker: Knocker) => {
      const world = await aWorld();
      return knock(handler, world, "POST", door, await cookieOf(world, knocker));
    };
    expect(await walk("post", fresh, { only: (door, knocker) => isLetIn(door.post, knocker), draws: true })).toEqual([]);
  }, WALK_MS);
});

interface Walk {
  doors?: DeskDoor[];
  only?: (door: DeskDoor, knocker: Knocker) => boolean;
  /** Whether the answers are those of the matrix that is printed. */
  draws?: boolean;
}

/** Everybody knocks at every door; what comes back is each answer that is not as the table says. */
async function walk(
  method: "get" | "post",
  knocks: (door: DeskDoor, knocker: Knocker) => Promise<Answer>,
  { doors = DESK_DOORS, only = () => true, draws = false }: Walk = {},
) {
  const strays: string[] = [];
  for (const door of doors) {
    const knocking = KNOCKERS.filter((knocker) => only(door, knocker)).map(async (knocker) => ({ knocker, answer: await knocks(door, knocker) }));
    for (const { knocker, answer } of await Promise.all(knocking)) {
      if (draws) drawn[method].set(`${door.pattern} ${knocker}`, answer);
      const isOutside = knocker === "stranger" || knocker === "outsider";
      const told = isOutside && door[method] !== "open" && answer.tells ? ", and told the campaign's name" : "";
      if (told || !isAsTold(door[method], knocker, answer.verdict)) strays.push(`${door.pattern} as ${knocker}: ${answer.verdict} (${answer.status})${told}`);
    }
  }
  return strays;
}

function routeOf(pattern: string): HouseRoute {
  const route = routes.find((candidate) => candidate.pattern === pattern);
  if (!route) throw new Error(`No route is at ${pattern}.`);
  return route;
}

function cookieFor(knocker: Knocker) {
  return cookies.get(knocker) ?? "";
}

/** How many rows each table has, and what is in them. */
async function fingerprint() {
  const tables = await sql<{ name: string }[]>`select table_name as name from information_schema.tables where table_schema = 'public'`;
  const names = tables.map(({ name }) => name).filter((name) => !TOUCHED_BY_LOOKING.includes(name)).toSorted();
  const marks = await Promise.all(
    names.map(async (name) => {
      const [mark] = await sql<{ rows: number; content: string | null }[]>`
        select count(*)::int as rows, md5(string_agg(t::text, '|' order by t::text)) as content from ${sql(name)} t`;
      return `${name}: ${mark?.rows} ${mark?.content}`;
    }),
  );
  return marks;
}
