import ts from "typescript";
import { describe, expect, test } from "vitest";
import { ACTS } from "#app/organizers/roles.ts";
import { DESK_DOORS, isStanding } from "#tests/integration/desk-doors-table.ts";
import { listRoutes } from "#tests/setup/route-list.ts";
import { read } from "./house.ts";

/** The porter's guards for the desk, and what is built on them under a like name. */
const GUARD = /^require(Desk|Organizer)/;
const routes = new Map((await listRoutes()).map((route) => [route.pattern, route.file]));
const doors = DESK_DOORS.map((door) => ({ ...door, calls: guardCallsOf(routes.get(door.pattern) ?? "") }));

describe("a guard is asked once, by the loader and by the action, for what the table says", () => {
  test.each(doors)("$pattern", ({ get, post, calls }) => {
    // A page with no loader of its own shows nothing that the layout around it did not read.
    const isBare = calls.loader === undefined && (get === "view" || get === "signed in");
    expect(calls).toEqual({ loader: isBare ? undefined : asksFor(get), action: post === "no action" ? undefined : asksFor(post) });
  });
});

function asksFor(ask: string) {
  if (ask === "open") return [];
  return [isStanding(ask) ? "requireOrganizer" : `requireDesk ${ask}`];
}

/** The guards that `loader` and `action` of a file call, there or in a function of the same file; undefined without one. */
function guardCallsOf(file: string) {
  const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true);
  const functions = new Map<string, ts.Node>();
  source.forEachChild((node) => {
    if (ts.isFunctionDeclaration(node) && node.name) functions.set(node.name.text, node);
    if (!ts.isVariableStatement(node)) return;
    for (const { name, initializer } of node.declarationList.declarations) {
      if (ts.isIdentifier(name) && initializer) functions.set(name.text, initializer);
    }
  });
  const callsIn = (name: string, seen: readonly string[] = []): string[] | undefined => {
    const body = functions.get(name);
    return body && !seen.includes(name) ? guardsWithin(body, (callee) => callsIn(callee, [...seen, name])) : undefined;
  };
  return { loader: callsIn("loader"), action: callsIn("action") };
}

function guardsWithin(node: ts.Node, callsIn: (name: string) => string[] | undefined): string[] {
  const within: string[] = [];
  node.forEachChild((child) => void within.push(...guardsWithin(child, callsIn)));
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return within;
  const name = node.expression.text;
  const own = callsIn(name);
  if (own) return [...own, ...within];
  return GUARD.test(name) ? [spell(name, node.arguments), ...within] : within;
}

/** "requireDesk publish": the act stands in the call, where a reader looks for it. */
function spell(name: string, given: readonly ts.Expression[]) {
  const act = given.find((argument) => ts.isStringLiteral(argument) && ACTS.some((known) => known === argument.text));
  if (!act || !ts.isStringLiteral(act)) return name;
  return `requireDesk ${act.text}`;
}
