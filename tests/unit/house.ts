import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import ts from "typescript";

const ROOT = new URL("../..", import.meta.url).pathname;

export interface Import {
  /** Both from the top of the house, e.g. "app/letters/find.server.ts"; of a package, its name as it was written. */
  from: string;
  to: string;
  isTypeOnly: boolean;
}

/** Paths from the top of the house, with "/". */
export function listFiles(...folders: string[]) {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join("/")),
  );
}

export function read(file: string) {
  return readFileSync(join(ROOT, file), "utf8");
}

/** Every import, export-from and import() of a file. */
export function importsOf(file: string): Import[] {
  const found: Import[] = [];
  const note = (specifier: ts.Node | undefined, isTypeOnly: boolean) => {
    if (specifier && ts.isStringLiteralLike(specifier)) found.push({ from: file, to: resolve(file, specifier.text), isTypeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) note(node.moduleSpecifier, node.importClause?.isTypeOnly ?? false);
    if (ts.isExportDeclaration(node)) note(node.moduleSpecifier, node.isTypeOnly);
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) note(node.argument.literal, true);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) note(node.arguments[0], false);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest));
  return found;
}

/** What an import of a file means, from the top of the house. */
export function resolve(file: string, specifier: string) {
  const [path = specifier] = specifier.split("?", 1);
  if (path.startsWith("#")) return path.slice(1);
  if (path.startsWith(".")) return join(dirname(file), path).split(sep).join("/");
  return path;
}
