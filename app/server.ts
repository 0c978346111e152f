import { once } from "node:events";
import { createRequestHandler } from "@remix-run/node";
import type { ViteDevServer } from "vite";
import { listen } from "#db/notices.server.ts";
import { seedDatabase } from "#db/seed/index.server.ts";
import { openHouseDatabase } from "./database.server.ts";
import { env, SettingError } from "./env.server.ts";
import { findNewSlug } from "./campaigns/moved.server.ts";
import { loadAssets } from "./http/assets.server.ts";
import { absolute } from "./http/absolute-urls.server.ts";
import { paths } from "./http/paths.ts";
import { isOfTheDesk, publicDoors } from "./http/public-doors.ts";
import type { RemixHandler } from "./http/remix.server.ts";
import { createDoor } from "./http/serve.server.ts";
import { startWorker } from "./clock/worker.ts";
import { say } from "./log.server.ts";
import { linkForFirstOrganizer } from "./organizers/first-organizer.server.ts";

const DRAIN_MS = 10_000;
const IDLE_CHECK_MS = 50;

/** What has been started, newest last; stopped in reverse. */
type Stop = () => Promise<unknown>;

/**
 * The process: database, migrations, HTTP, worker; then until SIGINT or SIGTERM.
 * @throws SettingError or DatabaseUnavailable with one sentence for the operator.
 */
export async function main({ vite }: { vite?: ViteDevServer } = {}) {
  const started: Stop[] = [];
  const stopAll = async () => {
    for (const stop of started.splice(0).toReversed()) await stop();
  };
  const opening = openHouse(started, vite).catch(async (error: unknown) => {
    await stopAll();
    throw error;
  });
  // From the beginning, or a signal while it opens would leave the database running.
  stopOnSignal(async () => {
    await opening.catch(() => {});
    await stopAll();
  });
  await opening;
}

async function openHouse(started: Stop[], vite: ViteDevServer | undefined) {
  started.push(await openHouseDatabase());
  const { seeded } = await seedDatabase({ sample: env.seedsSample, organizerEmail: env.ORGANIZER_EMAIL });
  for (const name of seeded) say(`Added the campaign ${name}.`);
  if (env.ROLE !== "worker") started.push(await openDoor(vite));
  if (env.ROLE !== "web") started.push((await startWorker()).stop);
  await greet();
}

async function openDoor(vite: ViteDevServer | undefined): Promise<Stop> {
  if (!vite) loadAssets("build/client");
  const { server, dropPages } = createDoor({ handler: await remixHandler(vite), origin: env.APP_URL, findNewSlug }, vite?.middlewares);
  const unlisten = await listen("published", dropPages, dropPages);
  server.listen(env.PORT);
  await once(server, "listening").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "EADDRINUSE") throw new SettingError(`Port ${env.PORT} is taken; set PORT to another one.`);
    throw error;
  });
  return async () => {
    const closed = once(server, "close");
    server.close();
    // A connection that was busy when we began to stop is kept alive by its browser, and idle soon after.
    const idle = setInterval(() => server.closeIdleConnections(), IDLE_CHECK_MS);
    setTimeout(() => server.closeAllConnections(), DRAIN_MS).unref();
    await closed;
    clearInterval(idle);
    await unlisten().catch(() => {});
  };
}

async function remixHandler(vite: ViteDevServer | undefined): Promise<RemixHandler> {
  if (vite) return createRequestHandler(() => import("virtual:remix/server-build"), "development");
  const build = await import("virtual:remix/server-build");
  const whole = createRequestHandler(build, "production");
  const ofPublicDoors = createRequestHandler(publicDoors(build), "production");
  return (request, context) => (isOfTheDesk(new URL(request.url).pathname) ? whole : ofPublicDoors)(request, context);
}

async function greet() {
  say("");
  say(`  Countersign   ${absolute(paths.home())}`);
  if (!env.RESEND_API_KEY) say(`  Mailbox       ${absolute(paths.mailbox())}`);
  const token = await linkForFirstOrganizer({ isPublic: env.isPublic });
  if (token) say(`  Organizer     ${absolute(paths.signInLink(token))} (works once, for 15 minutes)`);
  say("");
}

/** The first signal drains and stops; a second one does not wait. */
function stopOnSignal(stopAll: Stop) {
  let isStopping = false;
  function stop() {
    if (isStopping) process.exit(1);
    isStopping = true;
    say("Stopping: finishing what is under way.");
    stopAll().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  }
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  if (process.env["npm_lifecycle_event"]) whenParentIsGone(() => isStopping || stop());
}

/** A signal to `npm start` ends the shell between npm and us, which passes none on: its end is the signal. */
function whenParentIsGone(stop: () => void) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, 200);
  timer.unref();
}
