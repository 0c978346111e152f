const EXIF = "Exif\0\0";
const ORIENTATION = 0x0112;
const SHORT = 3;
const ENTRY_BYTES = 12;

/**
 * The one thing of a JPEG's Exif that its picture needs: which way is up. As a segment that says nothing else;
 * undefined where the picture stands upright as it is.
 */
export function jpegOrientation(jpeg: Buffer): Buffer | undefined {
  const exif = findExif(jpeg);
  const orientation = exif && readOrientation(exif);
  return orientation && orientation >= 2 && orientation <= 8 ? segmentOf(orientation) : undefined;
}

function findExif(jpeg: Buffer): Buffer | undefined {
  for (let at = 2; at + 4 <= jpeg.length && jpeg[at] === 0xff; ) {
    const marker = jpeg.readUInt8(at + 1);
    if (marker === 0xda || marker === 0xd9) return undefined;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const end = at + 2 + jpeg.readUInt16BE(at + 2);
    const content = jpeg.subarray(at + 4, end);
    if (marker === 0xe1 && content.toString("latin1", 0, EXIF.length) === EXIF) return content.subarray(EXIF.length);
    at = end;
  }
  return undefined;
}

/** Exif is a TIFF: its first directory has it, in the byte order that its head names. */
function readOrientation(tiff: Buffer): number | undefined {
  if (tiff.length < 8) return undefined;
  const isLittle = tiff.toString("latin1", 0, 2) === "II";
  const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (directory + 2 > tiff.length) return undefined;
  const entries = short(directory);
  for (let entry = 0; entry < entries; entry += 1) {
    const at = directory + 2 + entry * ENTRY_BYTES;
    if (at + ENTRY_BYTES > tiff.length) return undefined;
    if (short(at) === ORIENTATION) return short(at + 2) === SHORT ? short(at + 8) : undefined;
  }
  return undefined;
}

function segmentOf(orientation: number): Buffer {
  const tiff = Buffer.from([0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, SHORT, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]);
  const content = Buffer.concat([Buffer.from(EXIF, "latin1"), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}
