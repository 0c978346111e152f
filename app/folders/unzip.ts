import { inflateRawSync } from "node:zlib";

/** A file of a zip, as the zip says of it; nothing of it is unpacked yet. */
export interface ZippedFile {
  name: string;
  /** What its content is said to come to. */
  bytes: number;
  /** @throws when it is damaged, or comes to more than was said: such a zip is made to fill a machine. */
  unpack(): Uint8Array;
}

const END = 0x06054b50;
const END_BYTES = 22;
const COMMENT_MAX_BYTES = 0xffff;
const ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;
const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;

/**
 * The files that a zip lists at its end, in its order. Our own reading of it, for an unpacker that goes on behind the
 * size that a file claims can be kept busy for minutes by a few kilobytes.
 * @throws when it is no zip, or one of a kind that no campaign needs (in parts, locked, larger than 4 GB).
 */
export function* filesOfZip(content: Uint8Array): Generator<ZippedFile> {
  const zip = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const end = findEnd(zip);
  const files = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  for (let file = 0; file < files; file += 1) {
    expectMark(zip, at, ENTRY);
    const [nameBytes, extraBytes, commentBytes] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32)];
    yield fileAt(zip, at, nameBytes);
    at += ENTRY_BYTES + nameBytes + extraBytes + commentBytes;
  }
}

function fileAt(zip: Buffer, at: number, nameBytes: number): ZippedFile {
  const bytes = zip.readUInt32LE(at + 24);
  return { name: zip.toString("utf8", at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes), bytes, unpack: () => unpack(zip, at, bytes) };
}

function unpack(zip: Buffer, at: number, bytes: number): Uint8Array {
  const [method, packedBytes, local] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 42)];
  expectMark(zip, local, LOCAL);
  const begin = local + LOCAL_BYTES + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  if (begin + packedBytes > zip.length) throw new Error("A file of the zip is cut off.");
  const packed = zip.subarray(begin, begin + packedBytes);
  // Never more than was said, and at least one byte, for a bound of none is no bound.
  if (method === DEFLATED) return expectBytes(inflateRawSync(packed, { maxOutputLength: Math.max(bytes, 1) }), bytes);
  if (method === STORED) return expectBytes(packed, bytes);
  throw new Error("A file of the zip is packed in a way that is not known.");
}

/** The end's mark, behind which nothing but a comment stands. */
function findEnd(zip: Buffer): number {
  for (let at = zip.length - END_BYTES; at >= Math.max(0, zip.length - END_BYTES - COMMENT_MAX_BYTES); at -= 1) {
    if (zip.readUInt32LE(at) === END) return at;
  }
  throw new Error("This is no zip.");
}

function expectMark(zip: Buffer, at: number, mark: number) {
  if (zip.readUInt32LE(at) !== mark) throw new Error("The zip is damaged.");
}

function expectBytes(content: Uint8Array, bytes: number): Uint8Array {
  if (content.length !== bytes) throw new Error("A file of the zip is not as large as the zip says.");
  return new Uint8Array(content);
}
