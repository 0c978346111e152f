import { crc32 } from "node:zlib";
import { describe, expect, test } from "vitest";
import { imageKind } from "#app/campaigns/image-kind.ts";
import { stripPicture } from "#app/campaigns/strip-picture.ts";
import { aJpeg, aPng, aWebp } from "#tests/pictures.ts";

const SECRET = "GPS 51.5033,-0.1195 by Ada Lovelace";

function pngChunk(name: string, content: string | Buffer) {
  const body = Buffer.concat([Buffer.from(name, "latin1"), Buffer.from(content)]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(body.length - 4, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

function segment(marker: number, content: string | Buffer) {
  const body = Buffer.from(content);
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

function webpChunk(name: string, content: string | Buffer) {
  const body = Buffer.from(content);
  const head = Buffer.from(`${name}\0\0\0\0`, "latin1");
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
}

/** Which way is up, and something that nobody is to know. */
function exif(orientation: number) {
  const tiff = Buffer.from([0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0]);
  return segment(0xe1, Buffer.concat([Buffer.from("Exif\0\0"), tiff, Buffer.from(SECRET)]));
}

const SCAN = Buffer.concat([segment(0xda, Buffer.alloc(10)), Buffer.from([1, 2, 0xff, 0, 3, 0xff, 0xd0, 4])]);
const END = Buffer.from([0xff, 0xd9]);

function jpegOf(...parts: Buffer[]) {
  return Buffer.concat([aJpeg(300, 200), ...parts]);
}

const PNG = Buffer.concat([aPng(300, 200), pngChunk("tEXt", SECRET), pngChunk("eXIf", SECRET), pngChunk("IDAT", "picture"), pngChunk("iTXt", SECRET), pngChunk("IEND", ""), Buffer.from(`<script>${SECRET}</script>`)]);
const JPEG = jpegOf(exif(1), segment(0xed, SECRET), segment(0xfe, SECRET), segment(0xe2, `MPF\0${SECRET}`), segment(0xe2, "ICC_PROFILE\0colours"), SCAN, segment(0xfe, SECRET), SCAN, END, Buffer.from(SECRET));
const WEBP = Buffer.concat([aWebp(300, 200), webpChunk("VP8 ", "picture"), webpChunk("EXIF", SECRET), webpChunk("XMP ", SECRET), Buffer.from(SECRET)]);

describe.each([
  ["image/png", PNG, "picture"],
  ["image/jpeg", JPEG, "colours"],
  ["image/webp", WEBP, "picture"],
] as const)("a picture of the kind %s", (mediaType, picture, kept) => {
  test("loses what is said beside it and behind its end, and stays the picture that it was", () => {
    const stripped = Buffer.from(stripPicture(picture, mediaType));
    expect(stripped.toString("latin1")).not.toContain("GPS");
    expect(stripped.toString("latin1")).toContain(kept);
    expect(imageKind(stripped)).toEqual({ mediaType, width: 300, height: 200 });
  });

  test("is the same when it is stripped again", () => {
    const once = stripPicture(picture, mediaType);
    expect(Buffer.from(stripPicture(once, mediaType)).equals(Buffer.from(once))).toBe(true);
  });

  test("that is cut off anywhere is stripped too, and soon", () => {
    for (let length = 30; length < picture.length; length += 1) expect(stripPicture(picture.subarray(0, length), mediaType).length).toBeLessThanOrEqual(length + 4);
  });
});

describe("a JPEG", () => {
  test("keeps both scans whole", () => {
    expect(Buffer.from(stripPicture(JPEG, "image/jpeg")).subarray(-2 * SCAN.length - END.length)).toEqual(Buffer.concat([SCAN, SCAN, END]));
  });

  test.each([2, 3, 6, 8])("that lies on its side stays the way that is up: %i", (orientation) => {
    const stripped = Buffer.from(stripPicture(Buffer.concat([aJpeg(300, 200).subarray(0, 2), exif(orientation), jpegOf(SCAN, END).subarray(2)]), "image/jpeg"));
    expect(stripped.toString("latin1")).not.toContain("GPS");
    expect(stripped.subarray(2, 12).toString("latin1")).toContain("Exif");
    expect(stripped[31]).toBe(orientation);
    expect(Buffer.from(stripPicture(stripped, "image/jpeg")).equals(stripped)).toBe(true);
  });
});

test("a WebP promises no Exif that it does not have", () => {
  const promising = Buffer.from(WEBP);
  promising.writeUInt8(0x0c | 0x10, 20);
  expect(stripPicture(promising, "image/webp")[20]).toBe(0x10);
});
