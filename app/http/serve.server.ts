import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AppLoadContext } from "@remix-run/node";
import { report } from "#app/log.server.ts";
import { bodyBound, FORM_BYTES } from "./body-bound.server.ts";
import { findClient } from "./client.server.ts";
import { createPageCache, type Encoding, type Page, type Rendering } from "./page-cache.ts";
import { movedStatus, slugInAddress, withSlug } from "./moved-address.ts";
import { properAddress, publicPageKey } from "./public-pages.ts";
import { answer, toRequest, type RemixHandler } from "./remix.server.ts";
import { boundBodyTime, UPLOAD_TIME_MS } from "./body-time.ts";
import { refusal } from "./refusals.ts";
import { SECURITY_HEADERS } from "./security-headers.ts";
import { serveAsset } from "./assets.server.ts";
import { isForStreaming, streamedUpload } from "./streamed-upload.server.ts";
import { TooLarge } from "./too-large.ts";
import { inUploadTurn, TooManyUploads } from "./upload-turns.server.ts";

const PUBLIC_CACHE_CONTROL = "public, max-age=1, stale-while-revalidate=2, stale-if-error=3600";

/** For whoever sends slowly or not at all; a body's time is bounded by what it is. */
const LIMITS = { requestTimeout: UPLOAD_TIME_MS, headersTimeout: 10_000, connectionsCheckingInterval: 5_000, keepAliveTimeout: 65_000 };

type Middleware = (req: IncomingMessage, res: ServerResponse, next: (error?: unknown) => void) => void;

interface Door {
  handler: RemixHandler;
  origin: string;
  /** The present slug of a campaign that had another before. */
  findNewSlug: (oldSlug: string) => Promise<string | undefined>;
}

/** The front door: files, then public pages from memory, then Remix. In development Vite's files come first. */
export function createDoor(door: Door, files?: Middleware) {
  const { handler, origin } = door;
  const pages = createPageCache((key) => renderPublicPage(door, key));
  const server = createServer(LIMITS, (req, res) => {
    enter(req, res).catch((error: unknown) => fail(res, error));
  });

  async function enter(req: IncomingMessage, res: ServerResponse) {
    const mayStream = isForStreaming(req);
    if (!mayStream) boundBodyTime(req, res, false);
    if (files) await new Promise((next) => files(req, res, next));
    const url = req.url ?? "/";
    const isRead = req.method === "GET" || req.method === "HEAD";
    if (isRead) {
      if (serveAsset(req, res, url)) return;
      const key = publicPageKey(url);
      if (key !== undefined) return sendPage(req, res, pages.peek(key) ?? (await pages.load(key)), url);
      const address = properAddress(url);
      if (address !== undefined) return sendOn(res, address);
    }
    const refused = refusal(req.method ?? "GET", url, req.headers);
    if (refused) return sendText(res, refused.status, refused.reason);
    const context = contextOf(req);
    const maxBytes = await bodyBound(req);
    // Only whoever is signed in may take their time.
    if (mayStream) boundBodyTime(req, res, maxBytes === "streamed");
    const ask = async () =>
      maxBytes === "streamed"
        ? handler(await toRequest(req, res, origin, maxBytes), { ...context, upload: streamedUpload(req) })
        : handler(await toRequest(req, res, origin, maxBytes), context);
    const response = await (maxBytes !== "streamed" && maxBytes > FORM_BYTES ? inUploadTurn(ask) : ask());
    const moved = response.status === 404 ? await whereMoved(door, url) : undefined;
    if (moved !== undefined) return sendMoved(res, moved, movedStatus(req.method ?? "GET"));
    await answer(res, response);
  }

  return { server, dropPages: pages.dropAll };
}

async function renderPublicPage(door: Door, key: string): Promise<Rendering> {
  const response = await door.handler(new Request(new URL(key, door.origin)), { isFromThisMachine: false });
  const moved = response.status === 404 ? await whereMoved(door, key) : undefined;
  if (moved !== undefined) return { status: 301, headers: { ...movedHeaders(moved) }, body: Buffer.alloc(0) };
  if (response.status >= 500) throw new Error(`a public page answered ${response.status}`);
  if (response.headers.has("Set-Cookie")) throw new Error("a public page set a cookie");
  const { "cache-control": cacheControl = PUBLIC_CACHE_CONTROL, ...own } = Object.fromEntries(response.headers);
  const headers = { ...SECURITY_HEADERS, ...own, "Cache-Control": cacheControl };
  return { status: response.status, headers, body: Buffer.from(await response.arrayBuffer()) };
}

/** Where an address leads whose campaign has another slug now. Addresses never die. */
async function whereMoved({ findNewSlug }: Door, url: string) {
  const oldSlug = slugInAddress(url);
  const slug = oldSlug === undefined ? undefined : await findNewSlug(oldSlug);
  return slug === undefined ? undefined : withSlug(url, slug);
}

/** Not for longer than a page: a slug may be given back, and two browsers' memories would then lead in a ring. */
function movedHeaders(address: string) {
  return { ...SECURITY_HEADERS, Location: address, "Cache-Control": PUBLIC_CACHE_CONTROL };
}

function sendMoved(res: ServerResponse, address: string, status: 301 | 308) {
  res.writeHead(status, movedHeaders(address)).end();
}

function sendPage(req: IncomingMessage, res: ServerResponse, page: Page, url: string) {
  const location = page.headers.identity["Location"];
  if (location !== undefined) return sendMoved(res, withSearchOf(url, location), movedStatus(req.method ?? "GET"));
  const encoding = chooseEncoding(req.headers["accept-encoding"]);
  if (req.headers["if-none-match"] === page.etag) {
    res.writeHead(304, { ETag: page.etag, "Cache-Control": page.headers[encoding]["Cache-Control"], Vary: "Accept-Encoding" }).end();
    return;
  }
  res.writeHead(page.status, page.headers[encoding]);
  res.end(req.method === "HEAD" ? undefined : page.bodies[encoding]);
}

/** The memory holds one rendering for every query; whoever is led on takes their own along. */
function withSearchOf(url: string, location: string) {
  const search = url.indexOf("?");
  return (location.split("?", 1)[0] ?? location) + (search === -1 ? "" : url.slice(search));
}

function chooseEncoding(accepted: string | undefined): Encoding {
  if (!accepted) return "identity";
  if (/\bbr\b(?!\s*;\s*q=0(\.0*)?\b)/.test(accepted)) return "br";
  if (/\bgzip\b(?!\s*;\s*q=0(\.0*)?\b)/.test(accepted)) return "gzip";
  return "identity";
}

function sendOn(res: ServerResponse, address: string) {
  res.writeHead(301, { ...SECURITY_HEADERS, Location: address, "Cache-Control": "public, max-age=3600" }).end();
}

function contextOf(req: IncomingMessage): AppLoadContext {
  return { isFromThisMachine: isFromThisMachine(req), findClient: () => findClient(req) };
}

/** True for a browser on this machine that asked for this machine by name, so that no other site can ask through it. */
function isFromThisMachine(req: IncomingMessage) {
  const address = req.socket.remoteAddress ?? "";
  const isLoopback = address === "::1" || /^(::ffff:)?127\./.test(address);
  const host = (req.headers.host ?? "").replace(/:\d+$/, "");
  const isLocalName = host === "localhost" || host === "127.0.0.1" || host === "[::1]";
  return isLoopback && isLocalName && !req.headers["x-forwarded-for"] && !req.headers.forwarded;
}

function fail(res: ServerResponse, error: unknown) {
  // The visitor left before the end: nobody waits for an answer, and nothing is wrong with the house.
  if (res.destroyed) return;
  if (error instanceof TooLarge) return sendText(res, 413, "That is more than this form takes.");
  if (error instanceof TooManyUploads) return sendText(res, 503, "Many files are being sent just now. Please send yours again in a minute.");
  const reference = report(error, "a request");
  if (res.headersSent) return res.destroy();
  sendText(res, 503, `This page is not available just now. Please try again in a minute. Reference: ${reference}`);
}

function sendText(res: ServerResponse, status: number, text: string) {
  res.writeHead(status, { ...SECURITY_HEADERS, "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" });
  res.end(`${text}\n`);
}
