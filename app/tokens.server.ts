import { createHash, createHmac, randomBytes, randomInt } from "node:crypto";
import { env } from "./env.server.ts";

/** 256 random bits for a link or a cookie. Only its hash is stored. */
export function newToken() {
  return randomBytes(32).toString("base64url");
}

/** A token has enough randomness of its own, so a plain hash does. */
export function hashToken(token: string) {
  return createHash("sha256").update(token).digest("base64url");
}

/** A token that can be made again from the id of its row, and by nobody who lacks the secret; with the row it ends. */
export function derivedToken(purpose: string, id: string) {
  return createHmac("sha256", env.SESSION_SECRET).update(`${purpose}:${id}`).digest("base64url");
}

/** Six digits, for typing. */
export function newCode() {
  return String(randomInt(1_000_000)).padStart(6, "0");
}

/** A million codes are quickly tried, so their hashes are keyed with a secret that the database does not hold. */
export function hashCode(code: string, tokenHash: string) {
  return createHmac("sha256", env.SESSION_SECRET).update(`${tokenHash}:${code}`).digest("base64url");
}

/** To count by an address without keeping it: addresses are easily guessed, so it is keyed likewise. */
export function hashAddress(canonicalEmail: string) {
  return createHmac("sha256", env.SESSION_SECRET).update(`address:${canonicalEmail}`).digest("base64url");
}
