import type { IncomingMessage } from "node:http";
import { Readable } from "node:stream";
import { createReadableStreamFromReadable, unstable_parseMultipartFormData } from "@remix-run/node";
import { FILE_BYTES_MAX } from "#app/desk/imports/limits.ts";
import { TooManyUploads } from "./upload-turns.server.ts";
import { TooLarge } from "./too-large.ts";

/** The one address whose body is not held in memory: an import's file. `.data` is how the desk's scripts spell the same address. */
const ADDRESS = /^\/organize\/campaigns\/[a-z0-9-]+\/imports\/new(\.data)?$/;
/** Of the envelope around the file. */
const ENVELOPE_BYTES = 64 * 1024;

/** A body that its door reads as it comes; nobody else has it. */
export interface StreamedUpload {
  contentType: string;
  chunks: AsyncIterable<Uint8Array>;
}

export function isForStreaming(req: IncomingMessage): boolean {
  const [path = ""] = (req.url ?? "").split("?", 1);
  return req.method === "POST" && ADDRESS.test(path);
}

/** A request's body piece by piece, as fast as it is read. @throws TooLarge while it is read, when it is more than a file may be. */
export function streamedUpload(req: IncomingMessage): StreamedUpload {
  return { contentType: req.headers["content-type"] ?? "", chunks: bounded(req) };
}

async function* bounded(req: AsyncIterable<Uint8Array>) {
  let length = 0;
  for await (const chunk of req) {
    length += chunk.length;
    if (length > FILE_BYTES_MAX + ENVELOPE_BYTES) throw new TooLarge();
    yield chunk;
  }
}

let isOpen = false;

/**
 * Gives the first file of a form to `take` as it comes; undefined when the form has none. One at a time.
 * @throws TooManyUploads at once, when another is on its way.
 */
export async function readStreamedFile<Outcome>(
  { contentType, chunks }: StreamedUpload,
  field: string,
  take: (file: { title: string; chunks: AsyncIterable<Uint8Array> }) => Promise<Outcome>,
): Promise<Outcome | undefined> {
  if (!contentType.startsWith("multipart/form-data")) return undefined;
  if (isOpen) throw new TooManyUploads();
  isOpen = true;
  try {
    const taken: Outcome[] = [];
    const body = createReadableStreamFromReadable(Readable.from(chunks));
    const form = new Request("http://house", { method: "POST", headers: { "Content-Type": contentType }, body, duplex: "half" });
    await unstable_parseMultipartFormData(form, async ({ name, filename, data }) => {
      const isFile = name === field && filename !== undefined && filename !== "" && taken.length === 0;
      if (isFile) taken.push(await take({ title: filename, chunks: data }));
      else for await (const _ of data);
      return undefined;
    });
    return taken[0];
  } finally {
    isOpen = false;
  }
}
