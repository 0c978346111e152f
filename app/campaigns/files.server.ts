import { createHash } from "node:crypto";
import { and, eq, lt, notExists } from "drizzle-orm";
import { db, type Transaction } from "#db/client.server.ts";
import { campaigns, files, pressImages } from "#db/schema/index.ts";
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
  // One that is there already is held until the transaction ends, for the clock may be about to forget it.
  await tx.insert(files).values({ hash, ...kind, content: Buffer.from(content) }).onConflictDoUpdate({ target: files.hash, set: { createdAt: new Date() } });
  return hash;
}

export async function findFile(hash: string) {
  const [file] = await db.select({ mediaType: files.mediaType, content: files.content }).from(files).where(eq(files.hash, hash));
  return file;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Run by the clock: a picture that was taken off every page can be fetched no longer, whoever kept its address. */
export async function forgetUnusedFiles(now: Date = new Date()) {
  const isLogo = db.select({ id: campaigns.id }).from(campaigns).where(eq(campaigns.logoHash, files.hash));
  const isForPress = db.select({ id: pressImages.id }).from(pressImages).where(eq(pressImages.fileHash, files.hash));
  await db.delete(files).where(and(lt(files.createdAt, new Date(now.getTime() - DAY_MS)), notExists(isLogo), notExists(isForPress)));
}
