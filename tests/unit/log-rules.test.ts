import ts from "typescript";
import { describe, expect, test } from "vitest";
import { AUDIT_ACTS, AUDIT_SUBJECTS } from "#app/audit/words.ts";
import { importsOf, listFiles, read, resolve } from "./house.ts";

/** Actions that change nothing which others share, and why. */
const WRITE_NO_LOG = {
  "app/routes/organize/account/passkey-question.ts": "asks the browser a question",
  "app/routes/organize/sign-in/question.ts": "asks the browser a question",
  "app/routes/organize/sign-in/kept-form.tsx": "throws away a form of one's own",
  "app/routes/organize/sign-in/sign-out.ts": "ends one's own session",
  "app/routes/organize/letter/letter.tsx": "leads to the editor",
  "app/routes/organize/letter/preview.ts": "prints what was typed",
  "app/routes/organize/lists/views.tsx": "keeps a view of one's own",
};

const doors = listFiles("app/routes/organize").filter((file) => /export async function action\b/.test(read(file)));

describe("the log", () => {
  test("is written by a room that each action of the desk opens", () => {
    const silent = doors.filter((file) => !roomsOpenedBy(file).some((room) => writesLog(room)));
    expect(silent.toSorted()).toEqual(Object.keys(WRITE_NO_LOG).toSorted());
  });

  test("has each of its words once", () => {
    expect([...new Set(AUDIT_ACTS)]).toEqual(AUDIT_ACTS);
    expect([...new Set(AUDIT_SUBJECTS)]).toEqual(AUDIT_SUBJECTS);
  });
});

/** Rooms of which the action, or what stands beside it in its file, names something. */
function roomsOpenedBy(file: string): string[] {
  const { statements } = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true);
  const words = new Set(statements.filter((statement) => !isOfThePage(statement)).flatMap((statement) => statement.getText().match(/\w+/g) ?? []));
  return statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) return [];
    const { text } = statement.moduleSpecifier;
    const bindings = statement.importClause?.namedBindings;
    const isNamed = bindings && ts.isNamedImports(bindings) && bindings.elements.some(({ name, isTypeOnly }) => !isTypeOnly && words.has(name.text));
    return isNamed && text.endsWith(".server.ts") && !text.startsWith("#app/http/") ? [resolve(file, text)] : [];
  });
}

function isOfThePage(statement: ts.Statement): boolean {
  if (ts.isImportDeclaration(statement)) return true;
  return ts.isFunctionDeclaration(statement) && (statement.name?.text === "loader" || statement.getText().startsWith("export default"));
}

const known = new Map<string, boolean>();

/** Itself, or a room that it opens in its turn. */
function writesLog(room: string): boolean {
  const said = known.get(room);
  if (said !== undefined || !room.startsWith("app/")) return said ?? false;
  known.set(room, false);
  const opened = importsOf(room).filter(({ to, isTypeOnly }) => !isTypeOnly && to.endsWith(".server.ts"));
  const writes = read(room).includes("writeAudit(") || opened.some(({ to }) => writesLog(to));
  known.set(room, writes);
  return writes;
}
