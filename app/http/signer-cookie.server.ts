import { env } from "#app/env.server.ts";
import { SESSION_HOURS } from "#app/signatures/links.ts";
import { readCookie } from "./cookies.ts";
import { paths } from "./paths.ts";

const NAME = "signer";

/** The session of a browser that signed, for the pages under its letter. Cached pages never see it. */
export function readSignerCookie(request: Request): string | undefined {
  return readCookie(request, NAME);
}

export function signerCookie(campaignSlug: string, sessionToken: string): string {
  const secure = env.isSecure ? "; Secure" : "";
  return `${NAME}=${sessionToken}; Path=${paths.letter(campaignSlug)}; Max-Age=${SESSION_HOURS * 3600}; HttpOnly; SameSite=Lax${secure}`;
}
