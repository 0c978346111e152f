import { describe, expect, test } from "vitest";
import { paths } from "#app/http/paths.ts";
import routes from "#app/routes.ts";
import { type Import, importsOf, listFiles, read } from "./house.ts";

/** From the cellar up. Whoever stands on one floor imports from it and from those below. */
const FLOORS = [
  "db", "emails", "app/mail", "app/audit", "app/jobs", "app/organizers", "app/frameworks", "app/products", "app/retailers", "app/campaigns",
  "app/letters", "app/signatures", "app/register", "app/messages", "app/replies", "app/responses", "app/scoreboard", "app/posts", "app/press", "app/folders", "app/desk", "app/coalition",
  "app/http", "app/scripts", "app/components",
];
const TOP = FLOORS.length;
const ROOMS = FLOORS.slice(0, FLOORS.indexOf("app/http"));
/** What all stand on. The seed is a door that opens rooms, and so stands at the top. */
const GROUND = ["app/env.server.ts", "app/log.server.ts", "app/tokens.server.ts", "app/trust-proxy.ts"];
/** What runs as a process opens and closes the database itself. */
const PROCESSES = ["app/server.ts", "app/seed.server.ts"];
const NAMES_THAT_SAY_NOTHING = /(^|[-_])(utils?|helpers?|misc|common|managers?|handlers?|processors?|services?|data|info|items?|base|wrappers?)($|[-_])/;
const LINES_MAX = 250;

const sources = listFiles("app", "db", "emails").filter((file) => /\.(ts|tsx|js)$/.test(file));
const imports = sources.flatMap(importsOf);

function floorOf(file: string) {
  if (GROUND.includes(file)) return -1;
  if (file.startsWith("db/seed/")) return TOP;
  const floor = FLOORS.findIndex((folder) => file.startsWith(`${folder}/`));
  return floor === -1 ? TOP : floor;
}

function isOurs(path: string) {
  return /^(app|db|emails|tests)\//.test(path);
}

function told({ from, to }: Import) {
  return `${from} imports ${to}`;
}

describe("imports", () => {
  test("are read at all", () => {
    expect(imports).toContainEqual({ from: "app/mail/enqueue.server.ts", to: "db/client.server.ts", isTypeOnly: true });
    expect(imports).toContainEqual({ from: "app/signatures/sign.server.ts", to: "app/signatures/links.ts", isTypeOnly: false });
  });

  test("go down only", () => {
    const isUp = ({ from, to }: Import) => isOurs(to) && floorOf(to) > floorOf(from);
    expect(imports.filter(isUp).map(told)).toEqual([]);
  });

  test("from db are made by server-only files, but for types", () => {
    const isOpen = ({ from, to, isTypeOnly }: Import) =>
      /^db\/|^drizzle-orm|^postgres$/.test(to) && !isTypeOnly && !from.startsWith("db/") && !from.endsWith(".server.ts") && !PROCESSES.includes(from);
    expect(imports.filter(isOpen).map(told)).toEqual([]);
  });

  test("of Remix are made above the rooms", () => {
    const isInRoom = ({ from, to }: Import) => to.startsWith("@remix-run/") && ROOMS.some((room) => from.startsWith(`${room}/`));
    expect(imports.filter(isInRoom).map(told)).toEqual([]);
  });

  test("of the mail provider are made by one file", () => {
    expect(imports.filter(({ to }) => to === "resend").map(({ from }) => from)).toEqual(["app/mail/resend.server.ts"]);
  });

  test("name files that are there, with their extension", () => {
    const files = new Set(listFiles("app", "db", "emails"));
    expect(imports.filter(({ to }) => isOurs(to) && !files.has(to)).map(told)).toEqual([]);
  });

  test("of tests are made by tests alone", () => {
    expect(imports.filter(({ to }) => to.startsWith("tests/")).map(told)).toEqual([]);
  });
});

describe("sources", () => {
  const spelledIn = (files: string[], spelling: RegExp) => files.filter((file) => spelling.test(read(file)));
  const inApp = sources.filter((file) => file.startsWith("app/"));

  test("look a row up by its key, and never compare one as text, which no index serves", () => {
    expect(spelledIn(inApp, /\bid\}?::text\s*(= \$|`, )/)).toEqual([]);
  });

  test("say 404 and 403 in one way", () => {
    const mayThey = ["app/http/closed-doors.ts"];
    expect(spelledIn(inApp, /new Response\(null, \{ status: 40[34]/).filter((file) => !mayThey.includes(file))).toEqual([]);
  });

  test("spell numbers for pages in one way", () => {
    const onPages = inApp.filter((file) => /^app\/(components|routes)\//.test(file) && file !== "app/components/number-words.ts");
    expect(spelledIn(onPages, /\.toLocaleString\("en"\)/)).toEqual([]);
  });
});

describe("files", () => {
  const ours = listFiles("app", "db", "emails", "tests").filter((file) => /\.(ts|tsx|js|css)$/.test(file));

  test("have at most 250 lines", () => {
    const isAside = (file: string) => /^db\/(migrations|seed)\//.test(file);
    const sizes = ours.filter((file) => !isAside(file)).map((file) => ({ file, lines: read(file).trimEnd().split("\n").length }));
    expect(sizes.filter(({ lines }) => lines > LINES_MAX)).toEqual([]);
  });

  test("have names that say something, in kebab-case", () => {
    const [code, styles] = [ours.filter((file) => !file.endsWith(".css")), ours.filter((file) => file.endsWith(".css"))];
    const wordsOf = (file: string) => file.split("/").map((part) => part.replace(/\..*$/, ""));
    expect(code.filter((file) => wordsOf(file).some((word) => NAMES_THAT_SAY_NOTHING.test(word)))).toEqual([]);
    expect([...code, ...styles].filter((file) => wordsOf(file).some((word) => !/^[a-z0-9]+([-_][a-z0-9]+)*$/.test(word)))).toEqual([]);
  });

  test("carry no address of a package registry", () => {
    const lock = read("package-lock.json");
    expect(lock.match(/"resolved": "(?!https:\/\/registry\.npmjs\.org\/)[^"]*"/g) ?? []).toEqual([]);
  });
});

interface Route {
  file: string;
  path?: string | undefined;
  children?: readonly Route[] | undefined;
}

function flatten(list: readonly Route[], parent = ""): { file: string; path: string }[] {
  return list.flatMap(({ file, path = "", children = [] }) => {
    const whole = [parent, path].filter((part) => part !== "").join("/");
    return [{ file: `app/${file}`, path: `/${whole}` }, ...flatten(children, whole)];
  });
}

const doors = flatten(await routes);

describe("addresses", () => {
  test("have a door each that is there", () => {
    const files = new Set(sources);
    expect(doors.filter(({ file }) => !files.has(file)).map(({ file }) => file)).toEqual([]);
  });

  test("of doors that are there are all in the plan", () => {
    const planned = new Set(doors.map(({ file }) => file));
    const isDoor = (file: string) => file.startsWith("app/routes/") && /export (async )?(function|const) (loader|action)\b|export default /.test(read(file));
    expect(sources.filter((file) => isDoor(file) && !planned.has(file))).toEqual([]);
  });

  test("are spelled so that each opens a door", () => {
    const patterns = doors.filter(({ path }) => path !== "/*").map(({ path }) => new RegExp(`^${path.replace(/:\w+/g, "[^/]+").replaceAll(".", "\\.")}$`));
    const spelled = Object.values(paths).map((spell) => String(Reflect.apply(spell, undefined, ["one", "two", "three"].slice(0, spell.length))));
    expect(spelled.filter((path) => !patterns.some((pattern) => pattern.test(path)))).toEqual([]);
  });

  test("are spelled in one file only", () => {
    const spelledByHand = /["'`]\/(letters|signatures|me|retailers|organize|hooks|dev|about)\//;
    const mayThey = ["app/http/paths.ts", "app/http/public-pages.ts", "app/http/moved-address.ts", "app/http/refusals.ts"];
    expect(sources.filter((file) => file.startsWith("app/") && !mayThey.includes(file) && spelledByHand.test(read(file)))).toEqual([]);
  });
});
