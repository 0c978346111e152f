import { createPrivateKey, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import type postgres from "postgres";
import { seal, unseal } from "#app/organizers/seal.server.ts";
import { sql } from "#db/client.server.ts";
import { toHex } from "./bytes.ts";
import type { PublicKey } from "./head.ts";
import { PUBLIC_KEY_PREFIX, sha256 } from "./node-tools.server.ts";

const KEY_ID_DIGITS = 16;

export interface SigningKey {
  id: string;
  sign(text: Uint8Array): Uint8Array;
}

/**
 * The house's key in use; made when there is none yet, and when the one that is there was sealed under another
 * SESSION_SECRET, which retires it.
 */
export async function openSigningKey(tx: postgres.TransactionSql, now: Date): Promise<SigningKey> {
  const [row] = await tx<{ id: string; sealed: Buffer }[]>`
    select id, sealed_private_key as sealed from register_keys where retired_at is null for update`;
  const pem = row && unseal(row.sealed, ownerOf(row.id));
  if (row && pem !== undefined) return signingKey(row.id, createPrivateKey(pem));
  if (row) await tx`update register_keys set retired_at = ${now} where id = ${row.id}`;
  return makeKey(tx, now);
}

async function makeKey(tx: postgres.TransactionSql, now: Date): Promise<SigningKey> {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const bytes = publicKey.export({ format: "der", type: "spki" }).subarray(PUBLIC_KEY_PREFIX.length);
  const id = toHex(sha256(bytes)).slice(0, KEY_ID_DIGITS);
  const sealed = seal(privateKey.export({ format: "pem", type: "pkcs8" }).toString(), ownerOf(id));
  await tx`insert into register_keys (id, public_key, sealed_private_key, created_at) values (${id}, ${bytes}, ${sealed}, ${now})`;
  return signingKey(id, privateKey);
}

function signingKey(id: string, key: KeyObject): SigningKey {
  return { id, sign: (text) => sign(null, text, key) };
}

function ownerOf(keyId: string) {
  return `register key ${keyId}`;
}

/** Every key that ever signed, the newest first: published, so that old states can be checked for ever. */
export async function listKeys(): Promise<(PublicKey & { createdAt: Date; retiredAt: Date | null })[]> {
  const rows = await sql<{ id: string; publicKey: Buffer; createdAt: Date; retiredAt: Date | null }[]>`
    select id, public_key as "publicKey", created_at as "createdAt", retired_at as "retiredAt" from register_keys order by created_at desc`;
  return rows.map((row) => ({ ...row, publicKey: toHex(row.publicKey) }));
}
