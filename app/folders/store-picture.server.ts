import { createHash } from "node:crypto";
import type { Transaction } from "#db/client.server.ts";
import { files } from "#db/schema/index.ts";
import type { FolderPicture } from "./folder-campaign.ts";

/** Keeps a picture under the name of its content, once. */
export async function storePicture(tx: Transaction, { content, ...picture }: FolderPicture): Promise<string> {
  const hash = createHash("sha256").update(content).digest("hex");
  await tx.insert(files).values({ hash, ...picture, content: Buffer.from(content) }).onConflictDoNothing();
  return hash;
}
