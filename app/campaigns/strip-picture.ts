import { jpegOrientation } from "./jpeg-orientation.ts";

/**
 * A picture without what it says beside the picture: the place and day where it was taken, the camera's number, its
 * owner's name, earlier versions in small, and whatever stands behind its end. What browsers need to draw it stays, as
 * far as it is whole. Doing so twice is doing it once.
 */
export function stripPicture(content: Uint8Array, mediaType: "image/png" | "image/jpeg" | "image/webp"): Uint8Array {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (mediaType === "image/png") return stripPng(bytes);
  return mediaType === "image/jpeg" ? stripJpeg(bytes) : stripWebp(bytes);
}

const PNG_MARK_BYTES = 8;
/** Length, name and checksum. */
const PNG_CHUNK_FRAME_BYTES = 12;
const PNG_KEPT = new Set(["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "sBIT", "bKGD", "pHYs", "acTL", "fcTL", "fdAT"]);

function stripPng(bytes: Buffer): Buffer {
  const kept = [bytes.subarray(0, PNG_MARK_BYTES)];
  for (let at = PNG_MARK_BYTES; at + PNG_CHUNK_FRAME_BYTES <= bytes.length; ) {
    const name = bytes.toString("latin1", at + 4, at + 8);
    const end = at + PNG_CHUNK_FRAME_BYTES + bytes.readUInt32BE(at);
    if (end > bytes.length) break;
    if (PNG_KEPT.has(name)) kept.push(bytes.subarray(at, end));
    if (name === "IEND") break;
    at = end;
  }
  return Buffer.concat(kept);
}

const JPEG_BEGIN = Buffer.from([0xff, 0xd8]);
const JPEG_END = Buffer.from([0xff, 0xd9]);
const SCAN = 0xda;
const COMMENT = 0xfe;

/** Segment by segment; a scan is followed by the picture itself, up to the next segment. */
function stripJpeg(bytes: Buffer): Buffer {
  const orientation = jpegOrientation(bytes);
  const kept = [JPEG_BEGIN, ...(orientation ? [orientation] : [])];
  for (let at = JPEG_BEGIN.length; at + 4 <= bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes.readUInt8(at + 1);
    if (marker === 0xd9) break;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end > bytes.length) break;
    const next = marker === SCAN ? endOfScan(bytes, end) : end;
    if (isPartOfPicture(marker, bytes.subarray(at + 4, end))) kept.push(bytes.subarray(at, next));
    at = next;
  }
  return Buffer.concat([...kept, JPEG_END]);
}

/** Of the application's segments only those without which the colours would be others. */
function isPartOfPicture(marker: number, content: Buffer): boolean {
  const begins = (name: string) => content.toString("latin1", 0, name.length) === name;
  if (marker === 0xe0) return begins("JFIF\0");
  if (marker === 0xe2) return begins("ICC_PROFILE\0");
  if (marker === 0xee) return begins("Adobe");
  return marker !== COMMENT && (marker < 0xe0 || marker > 0xef);
}

/** Within a scan 0xff stands before a zero, a restart or another 0xff; anything else begins a segment. */
function endOfScan(bytes: Buffer, begin: number): number {
  for (let at = bytes.indexOf(0xff, begin); at !== -1 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes.readUInt8(at + 1);
    const isWithin = next === 0 || next === 0xff || (next >= 0xd0 && next <= 0xd7);
    if (!isWithin) return at;
  }
  return bytes.length;
}

const WEBP_HEAD_BYTES = 12;
const WEBP_KEPT = new Set(["VP8X", "VP8 ", "VP8L", "ALPH", "ANIM", "ANMF", "ICCP"]);
/** The bits of VP8X that promise Exif and XMP. */
const WEBP_PROMISES = 0x08 | 0x04;

function stripWebp(bytes: Buffer): Buffer {
  const kept: Buffer[] = [];
  for (let at = WEBP_HEAD_BYTES; at + 8 <= bytes.length; ) {
    const name = bytes.toString("latin1", at, at + 4);
    const size = bytes.readUInt32LE(at + 4);
    const end = at + 8 + size + (size % 2);
    if (at + 8 + size > bytes.length) break;
    if (WEBP_KEPT.has(name)) kept.push(name === "VP8X" ? withoutPromises(bytes.subarray(at, end)) : bytes.subarray(at, end));
    at = end;
  }
  const head = Buffer.from(bytes.subarray(0, WEBP_HEAD_BYTES));
  head.writeUInt32LE(4 + kept.reduce((sum, { length }) => sum + length, 0), 4);
  return Buffer.concat([head, ...kept]);
}

function withoutPromises(chunk: Buffer): Buffer {
  const copy = Buffer.from(chunk);
  copy.writeUInt8(copy.readUInt8(8) & ~WEBP_PROMISES, 8);
  return copy;
}
