import { createHmac } from "node:crypto";
import { env } from "#app/env.server.ts";

/** A key of its own for each use and campaign: what one letter asked proves nothing to another. */
export function proofKey(use: "challenge" | "solution" | "question", campaignId: string): string {
  return createHmac("sha256", env.SESSION_SECRET).update(`proof:${use}:${campaignId}`).digest("base64url");
}
