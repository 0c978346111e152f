import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { type AppLoadContext, writeReadableStreamToWritable } from "@remix-run/node";
import type { Client } from "./client.server.ts";
import { SECURITY_HEADERS } from "./security-headers.ts";
import type { StreamedUpload } from "./streamed-upload.server.ts";
import { TooLarge } from "./too-large.ts";

declare module "@remix-run/node" {
  interface AppLoadContext {
    /** A browser on the machine that the house runs on, asking for it by its local name. */
    isFromThisMachine: boolean;
    /** Who asks; missing where a page is drawn for everybody. */
    findClient?: () => Promise<Client>;
    /** The body of a request that is read as it comes; the request itself then has none. */
    upload?: StreamedUpload;
  }
  /** Loaders' values reach pages as they are, dates included. */
  interface Future {
    v3_singleFetch: true;
  }
}

export type RemixHandler = (request: Request, context: AppLoadContext) => Promise<Response>;

/**
 * A web Request from Node's. The body is read first: forms are small, and a buffered body costs a fraction of a
 * stream; one that is "streamed" is left to its door. The origin is the configured one, never the Host header.
 */
export async function toRequest(req: IncomingMessage, res: ServerResponse, origin: string, maxBodyBytes: number | "streamed"): Promise<Request> {
  const gone = new AbortController();
  res.once("close", () => {
    if (!res.writableFinished) gone.abort();
  });
  const method = req.method ?? "GET";
  const headers = new Headers();
  for (const [name, value] of Object.entries(req.headers)) {
    if (value !== undefined && !name.startsWith(":")) headers.set(name, String(value));
  }
  const hasBody = method !== "GET" && method !== "HEAD" && maxBodyBytes !== "streamed";
  return new Request(new URL(req.url ?? "/", origin), {
    method,
    headers,
    signal: gone.signal,
    ...(hasBody ? { body: await readBody(req, maxBodyBytes) } : {}),
  });
}

/** Answers with Remix's Response. Cookies are written one by one, for they may not be joined by commas. */
export async function answer(res: ServerResponse, response: Response) {
  res.statusCode = response.status;
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) res.setHeader(name, value);
  if (!response.headers.has("Cache-Control")) res.setHeader("Cache-Control", "no-store");
  for (const [name, value] of response.headers) {
    if (name === "set-cookie") res.appendHeader(name, value);
    else res.setHeader(name, value);
  }
  if (!response.body) return void res.end();
  await writeReadableStreamToWritable(response.body, res);
}

async function readBody(req: IncomingMessage, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  let length = 0;
  req.on("data", (chunk: Buffer) => {
    length += chunk.length;
    if (length <= maxBytes) chunks.push(chunk);
  });
  await once(req, "end");
  if (length > maxBytes) throw new TooLarge();
  return Buffer.concat(chunks);
}
