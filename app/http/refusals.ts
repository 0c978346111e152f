import type { IncomingHttpHeaders } from "node:http";

/**
 * What is turned away before any page looks at it: an address that would mean another one, a form posted from
 * another site, data requests for public pages, which would pass the page cache by, and methods that no page has.
 */
export function refusal(method: string, url: string, headers: IncomingHttpHeaders) {
  const path = url.split("?", 1)[0] ?? "/";
  if (!isPlain(path) || url.includes("%00")) return { status: 400, reason: "This is not an address of this house." };
  if (path.endsWith(".data") && !path.startsWith("/organize")) return { status: 404, reason: "Not found." };
  if (method === "GET" || method === "HEAD") return undefined;
  if (!isOpenToAll(path) && isFromElsewhere(headers)) return { status: 403, reason: "This form was sent from another site. Open the page here and send it again." };
  if (method !== "POST") return { status: 405, reason: "Pages here are read, and forms are posted; there is nothing else to do." };
  return undefined;
}

/** One that means what it spells: no other host, no steps up the path, nothing that reading it as a URL would change. */
function isPlain(path: string) {
  if (!URL.canParse(path, "http://house")) return false;
  const { host, pathname, hash } = new URL(path, "http://house");
  return host === "house" && pathname === path && hash === "" && isReadable(path);
}

/** Remix logs a path that it cannot decode, with the token in it; and a control character fits into no redirect. */
function isReadable(path: string) {
  try {
    return !/\p{Cc}/u.test(decodeURIComponent(path));
  } catch {
    return false;
  }
}

/** Mail providers post here for somebody who reads their mail (RFC 8058): no cookie is read there, and the address itself is the key. */
function isOpenToAll(path: string) {
  return path.startsWith("/hooks/") || path.startsWith("/unsubscribe/");
}

/** Browsers say where a form was sent from; what says nothing is no browser and holds no cookie to abuse. */
function isFromElsewhere(headers: IncomingHttpHeaders) {
  if (!["same-origin", "none"].includes(headers["sec-fetch-site"] ?? "none")) return true;
  const { origin, host } = headers;
  if (origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}
