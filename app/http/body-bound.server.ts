import type { IncomingMessage } from "node:http";
import { findOrganizerBySession } from "#app/organizers/session.server.ts";
import { readOrganizerCookie } from "./organizer-session.server.ts";
import { isForStreaming } from "./streamed-upload.server.ts";

export const FORM_BYTES = 256 * 1024;
const MEGABYTE = 1024 * 1024;

/** Where organizers send files: a campaign's folder, a logo, a picture for the press. `.data` is how the desk's scripts spell the same address. */
const UPLOADS = [
  { path: /^\/organize\/new(\.data)?$/, maxBytes: 25 * MEGABYTE },
  { path: /^\/organize\/campaigns\/[a-z0-9-]+\/set-up\/logo(\.data)?$/, maxBytes: MEGABYTE },
  { path: /^\/organize\/campaigns\/[a-z0-9-]+\/press\/images(\.data)?$/, maxBytes: 3 * MEGABYTE },
];

/** How much of a body is read: a form's worth, and more, or as it comes, only of a file that somebody sends who is signed in to the desk. */
export async function bodyBound(req: IncomingMessage): Promise<number | "streamed"> {
  if (isForStreaming(req)) return (await isSignedIn(req)) ? "streamed" : FORM_BYTES;
  const [path = ""] = (req.url ?? "").split("?", 1);
  const upload = UPLOADS.find((candidate) => candidate.path.test(path));
  if (req.method !== "POST" || !upload || Number(req.headers["content-length"] ?? Infinity) <= FORM_BYTES) return FORM_BYTES;
  return (await isSignedIn(req)) ? upload.maxBytes : FORM_BYTES;
}

async function isSignedIn(req: IncomingMessage) {
  const headers = new Headers({ Cookie: req.headers.cookie ?? "" });
  return (await findOrganizerBySession(readOrganizerCookie(new Request("http://house", { headers })))) !== undefined;
}
