import { createPublicKey, hash, verify } from "node:crypto";
import type { Hash } from "./bytes.ts";
import type { Tools } from "./finding.ts";

/** What stands before the 32 bytes of an Ed25519 key in its DER (RFC 8410). */
export const PUBLIC_KEY_PREFIX = Buffer.from("302a300506032b6570032100", "hex");

export const sha256: Hash = (bytes) => hash("sha256", bytes, "buffer");

/** The tools of whoever checks on Node. */
export const nodeTools: Tools = {
  sha256,
  isSignedBy(publicKey, signature, message) {
    try {
      const key = createPublicKey({ key: Buffer.concat([PUBLIC_KEY_PREFIX, publicKey]), format: "der", type: "spki" });
      return verify(null, message, key, signature);
    } catch {
      return false;
    }
  },
};
