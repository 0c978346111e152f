import type { RemixHandler } from "#app/http/remix.server.ts";
import type { HouseRoute } from "#tests/setup/route-list.ts";
import type { DeskDoor, Verdict } from "./desk-doors-table.ts";
import type { World } from "./desk-doors-world.ts";

/** What a test asks of one answer. */
export interface Answer {
  verdict: Verdict;
  status: number;
  /** Whether it says the campaign's name. */
  tells: boolean;
}

type Method = "GET" | "POST";

const HOUSE = "http://localhost:3000";
const SIGN_IN = /\/organize\/sign-in(?![\w/-])/;

/** The door's address, with the fixtures for its parameters. */
export function addressOf({ pattern, fill = {} }: DeskDoor, { fixtures }: World) {
  const own = new Map<string, string>(Object.entries(fixtures));
  return pattern.replace(/:(\w+)/g, (_, name: string) => {
    const value = own.get(fill[name] ?? name);
    if (value === undefined) throw new Error(`${pattern} names :${name}, for which desk-doors-world.ts has no fixture.`);
    return value;
  });
}

/** The page itself, as a browser without scripts asks for it. */
export async function knock(handler: RemixHandler, world: World, method: Method | "PUT", door: DeskDoor, cookie: string): Promise<Answer> {
  const address = addressOf(door, world);
  // Only a form says which of two routes of one path it is for.
  return readAnswer(await send(handler, method === "GET" ? address.replace("?index", "") : address, { method, cookie, door }), world);
}

/** The same as Remix's scripts ask for it; for a page, this one route's values alone, without the layouts around it. */
export async function knockForData(handler: RemixHandler, world: World, method: Method, door: DeskDoor, route: HouseRoute, cookie: string): Promise<Answer> {
  const [path = "", search] = addressOf(door, world).split("?");
  const asked = method === "GET" ? `_routes=${encodeURIComponent(route.id)}` : search;
  return readAnswer(await send(handler, `${path}.data${asked ? `?${asked}` : ""}`, { method, cookie, door }), world);
}

async function send(handler: RemixHandler, address: string, { method, cookie, door }: { method: string; cookie: string; door: DeskDoor }) {
  const body = method === "GET" ? {} : { body: new URLSearchParams(door.fields) };
  const request = new Request(`${HOUSE}${address}`, { method, headers: cookie ? { Cookie: cookie } : {}, ...body });
  return handler(request, { isFromThisMachine: false });
}

async function readAnswer(response: Response, { canary }: World): Promise<Answer> {
  const { status } = response;
  const text = await response.text();
  return { verdict: verdictOf(response, text), status, tells: text.includes(canary) };
}

function verdictOf({ status, headers }: Response, text: string): Answer["verdict"] {
  if (status >= 500) return "broken";
  if (status === 403 || status === 404) return `${status}`;
  if (status === 400 || status === 405) return "nothing";
  // To a script a redirect is told as data, with a status of its own.
  const target = status === 202 ? (/"(\/organize[^"]*)"/.exec(text)?.[1] ?? "") : (headers.get("Location") ?? "");
  return SIGN_IN.test(target) ? "sign in" : "in";
}
