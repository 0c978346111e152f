import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { db, type Transaction } from "#db/client.server.ts";
import { files } from "#db/schema/index.ts";
import type { ImageKind } from "./image-kind.ts";
import { stripPicture } from "./strip-picture.ts";

/**
 * Keeps a picture under the hash of its content, which is its name: the same one is kept once. Everybody can fetch it,
 * and so only the picture is kept, without what its camera wrote beside it.
 */
export async function keepFile(tx: Transaction, picture: { content: Uint8Array; kind: ImageKind }): Promise<string> {
  const { kind } = picture;
  const content = stripPicture(picture.content, kind.mediaType);
  const hash = createHash("sha256").update(content).digest("hex");
  await tx.insert(files).values({ hash, ...kind, content: Buffer.from(content) }).onConflictDoNothing();
  return hash;
}

export async function findFile(hash: string) {
  const [file] = await db.select({ mediaType: files.mediaType, content: files.content }).from(files).where(eq(files.hash, hash));
  return file;
}
