import { and, eq } from "drizzle-orm";
import { v7 } from "uuid";
import { writeAudit } from "#app/audit/write.server.ts";
import { db, sql } from "#db/client.server.ts";
import { signatureImports } from "#db/schema/index.ts";
import { PIECE_BYTES } from "./limits.ts";
import type { Encoding } from "./parse-rows.ts";
import { recognise } from "./recognise.ts";

const TITLE_MAX = 100;

interface Sent {
  campaignId: string;
  by: string;
  /** What the file was called. */
  title: string;
  chunks: AsyncIterable<Uint8Array>;
}

type Received = { outcome: "received"; importId: string } | { outcome: "refused"; reason: string };

/**
 * Takes a file as it comes, piece by piece, so that its size costs no memory. One that breaks off, or that is none,
 * leaves nothing behind; what a killed process leaves, the clock drops.
 */
export async function receiveImport({ campaignId, by, title, chunks }: Sent, now: Date = new Date()): Promise<Received> {
  const id = v7();
  const called = title.replace(/\p{C}/gu, "").slice(0, TITLE_MAX) || "signatures.csv";
  await db.insert(signatureImports).values({ id, campaignId, uploadedBy: by, title: called, createdAt: now });
  let isKept = false;
  try {
    const reading = await keepPieces(id, chunks);
    const recognised = recognise(reading.first, { encoding: reading.encoding, isLast: reading.first.length === reading.bytes });
    if (recognised.outcome === "refused") return recognised;
    const { delimiter, header } = recognised;
    await db.transaction(async (tx) => {
      await tx
        .update(signatureImports)
        .set({ receivedAt: now, bytes: reading.bytes, encoding: reading.encoding, delimiter, header })
        .where(and(eq(signatureImports.id, id), eq(signatureImports.campaignId, campaignId)));
      await writeAudit(tx, { campaignId, by, act: "created", subject: "import", subjectId: id, title: "a file of signatures", after: { bytes: reading.bytes } }, now);
    });
    isKept = true;
    return { outcome: "received", importId: id };
  } finally {
    if (!isKept) await db.delete(signatureImports).where(eq(signatureImports.id, id));
  }
}

async function keepPieces(id: string, chunks: AsyncIterable<Uint8Array>) {
  const utf8 = new TextDecoder("utf-8", { fatal: true });
  let isUtf8 = true;
  let bytes = 0;
  let first = Buffer.alloc(0);
  for await (const piece of inPieces(chunks)) {
    if (bytes === 0) first = piece;
    isUtf8 &&= isReadable(utf8, piece, true);
    await sql`insert into import_pieces (import_id, position, content) values (${id}, ${bytes}, ${piece})`;
    bytes += piece.length;
  }
  isUtf8 &&= isReadable(utf8, Buffer.alloc(0), false);
  const encoding: Encoding = isUtf8 ? "utf-8" : "windows-1252";
  return { bytes, first, encoding };
}

function isReadable(decoder: TextDecoder, bytes: Buffer, stream: boolean) {
  try {
    decoder.decode(bytes, { stream });
    return true;
  } catch {
    return false;
  }
}

/** All of one size but the last. */
async function* inPieces(chunks: AsyncIterable<Uint8Array>) {
  let waiting: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    waiting.push(chunk);
    length += chunk.length;
    while (length >= PIECE_BYTES) {
      const whole = Buffer.concat(waiting);
      yield whole.subarray(0, PIECE_BYTES);
      waiting = [whole.subarray(PIECE_BYTES)];
      length -= PIECE_BYTES;
    }
  }
  if (length > 0) yield Buffer.concat(waiting);
}
