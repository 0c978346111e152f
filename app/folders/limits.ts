/** What a folder may hold. Everything that the desk can set up fits well within. */
export const MAX_FILES = 400;
export const MAX_TEXT_BYTES = 500_000;
export const MAX_PICTURE_BYTES = 2_000_000;
export const MAX_FOLDER_BYTES = 24_000_000;
export const MAX_ZIP_BYTES = 24_000_000;

export function isPicturePath(path: string): boolean {
  return path.startsWith("images/");
}

/** A sentence about a file that is too large; undefined for one that is not. */
export function tooLarge(path: string, bytes: number): string | undefined {
  const max = isPicturePath(path) ? MAX_PICTURE_BYTES : MAX_TEXT_BYTES;
  if (bytes <= max) return undefined;
  return `This file is larger than ${(max / 1000).toLocaleString("en")} kB.`;
}
