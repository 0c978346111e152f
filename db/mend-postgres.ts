import type { Plugin } from "vite";

const MENDS = [
  ["    const x = socket.write(chunk, fn)\n", "    if (socket === null) return dropWrite()\n    const x = socket.write(chunk, fn)\n"],
  ["  function nextWrite(fn) {\n", "  function dropWrite() {\n    chunk = nextWriteTimer = null\n    return true\n  }\n\n  function nextWrite(fn) {\n"],
  ["    clearImmediate(nextWriteTimer)\n", "    clearImmediate(nextWriteTimer)\n    chunk = nextWriteTimer = null\n"],
] as const;

/**
 * postgres.js 3.4.9 schedules small writes and forgets neither timer nor bytes when its connection closes: the write
 * then throws where nobody can catch it, and the process dies with the database; or the connection never writes
 * again (porsager/postgres#1066, #1154, #1168). This writes the guard into the bundle. A version that reads
 * differently fails the build, and is looked at anew.
 */
export function mendPostgres(): Plugin {
  return {
    name: "mend-postgres",
    config: () => ({ ssr: { noExternal: ["postgres"] } }),
    transform(code, id) {
      if (!id.endsWith("node_modules/postgres/src/connection.js")) return undefined;
      return MENDS.reduce((text, [from, to]) => {
        if (!text.includes(from)) this.error("postgres.js reads differently now: see whether db/mend-postgres.ts is still needed.");
        return text.replaceAll(from, to);
      }, code);
    },
  };
}
