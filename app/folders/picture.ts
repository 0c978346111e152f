import type { FolderPicture } from "./folder-campaign.ts";

const MAX_PIXELS_A_SIDE = 8_000;

export const PICTURE_ENDINGS = { "image/png": "png", "image/jpeg": "jpg", "image/webp": "webp" } as const;

/** A picture by what its bytes say, whatever its name says; undefined for anything but a PNG, JPEG or WebP of a fair size. */
export function readPicture(content: Uint8Array): FolderPicture | undefined {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  const found = readPng(view) ?? readJpeg(view) ?? readWebp(view);
  if (!found || Math.min(found.width, found.height) < 1 || Math.max(found.width, found.height) > MAX_PIXELS_A_SIDE) return undefined;
  return { ...found, content };
}

type Measured = Omit<FolderPicture, "content"> | undefined;

function readPng(view: DataView): Measured {
  if (view.byteLength < 24 || view.getUint32(0) !== 0x89504e47 || view.getUint32(4) !== 0x0d0a1a0a) return undefined;
  return { mediaType: "image/png", width: view.getUint32(16), height: view.getUint32(20) };
}

/** Goes from marker to marker until the one that gives the size (SOF; C4, C8 and CC are something else). */
function readJpeg(view: DataView): Measured {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return undefined;
  let at = 2;
  while (at + 9 < view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    const isSize = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isSize) return { mediaType: "image/jpeg", width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}

function readWebp(view: DataView): Measured {
  if (view.byteLength < 30 || letters(view, 0) !== "RIFF" || letters(view, 8) !== "WEBP") return undefined;
  const mediaType = "image/webp";
  const kind = letters(view, 12);
  if (kind === "VP8X") return { mediaType, width: 1 + uint24(view, 24), height: 1 + uint24(view, 27) };
  if (kind === "VP8 ") return { mediaType, width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  if (kind !== "VP8L") return undefined;
  const bits = view.getUint32(21, true);
  return { mediaType, width: 1 + (bits & 0x3fff), height: 1 + ((bits >> 14) & 0x3fff) };
}

function letters(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((turn) => view.getUint8(at + turn)));
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) + (view.getUint8(at + 2) << 16);
}
