/** A process that runs the database inside of DATA_DIR, says its address, and stops it on SIGTERM; to be killed. */
import { startEmbeddedDatabase } from "#db/embedded.server.ts";

const database = await startEmbeddedDatabase({ dataDir: process.env.DATA_DIR ?? "", onProgress: () => {} });
const alive = setInterval(() => {}, 60_000);
process.once("SIGTERM", async () => {
  await database.stop();
  clearInterval(alive);
});
process.stdout.write(`${database.url}\n`);
