import { imageKind } from "#app/campaigns/image-kind.ts";

/** With these the campaign’s folder stays within what can be imported; one more, by a race, fits as well. */
export const PICTURES_MAX = 10;
export const PICTURE_MAX_BYTES = 2_000_000;
const SIDE_MIN = 200;
const SIDE_MAX = 8_000;

/** A picture that a paper can print, or in one sentence why it is none. */
export function checkPicture(content: Uint8Array) {
  if (content.byteLength === 0) return { ok: false, reason: "Choose a picture first." } as const;
  if (content.byteLength > PICTURE_MAX_BYTES) return { ok: false, reason: "Choose a picture of at most 2 MB." } as const;
  const kind = imageKind(content);
  if (!kind) return { ok: false, reason: "This is no PNG, JPEG or WebP picture, whatever its name says. Save it as one of them." } as const;
  const sides = [kind.width, kind.height];
  if (Math.min(...sides) < SIDE_MIN || Math.max(...sides) > SIDE_MAX) {
    const said = `This one is ${kind.width} × ${kind.height} pixels.`;
    return { ok: false, reason: `Choose a picture of ${SIDE_MIN} to ${SIDE_MAX.toLocaleString("en")} pixels on each side. ${said}` } as const;
  }
  return { ok: true, kind } as const;
}
