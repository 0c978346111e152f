import { imageKind } from "./image-kind.ts";

export const LOGO_MAX_BYTES = 500_000;
const LOGO_MIN_PIXELS = 48;
const LOGO_MAX_PIXELS = 2_000;
const LOGO_MAX_RATIO = 8;

/** A picture that may stand in a masthead, or in one sentence why it may not. */
export function checkLogo(content: Uint8Array) {
  if (content.byteLength === 0) return { ok: false, reason: "Choose a picture first." } as const;
  if (content.byteLength > LOGO_MAX_BYTES) return { ok: false, reason: "Choose a picture of at most 500 KB." } as const;
  const kind = imageKind(content);
  if (!kind) return { ok: false, reason: "This is no PNG, JPEG or WebP picture, whatever its name says. Save it as one of them." } as const;
  const { width, height } = kind;
  const said = `This one is ${width} × ${height} pixels.`;
  if (Math.min(width, height) < LOGO_MIN_PIXELS) return { ok: false, reason: `Choose a picture at least ${LOGO_MIN_PIXELS} pixels wide and high. ${said}` } as const;
  if (Math.max(width, height) > LOGO_MAX_PIXELS) return { ok: false, reason: `Choose a picture at most ${LOGO_MAX_PIXELS} pixels wide and high. ${said}` } as const;
  if (Math.max(width / height, height / width) > LOGO_MAX_RATIO) return { ok: false, reason: `Choose a picture that is not so long and thin. ${said}` } as const;
  return { ok: true, kind } as const;
}
