import { directionOf } from "#app/letters/languages.ts";

/** What a loader may return as `page`, and a route's handle may say, about the document around it. */
export interface PageSetting {
  language: string;
  direction: "ltr" | "rtl";
  isSample: boolean;
  shipsScripts: boolean;
  /** The campaign's own colour, "#rrggbb"; null for the house's. */
  accent: string | null;
  logo: { hash: string; name: string } | null;
}

/** What a public page of a campaign says about the document around it. */
export function campaignPage(
  { name, isSample, accent, logoHash }: { name: string; isSample: boolean; accent: string | null; logoHash: string | null },
  language: string,
) {
  return { language, isSample, accent, logo: logoHash === null ? null : { hash: logoHash, name } };
}

/** The innermost route decides; read by hand and not by Zod, for the desk's browser bundle holds this file. */
export function readPageSetting(matches: { data: unknown; handle: unknown }[]): PageSetting {
  const page = matches.map(({ data }) => read(data, "page")).findLast((found) => found !== undefined);
  const language = read(page, "language");
  const spoken = typeof language === "string" ? language : "en";
  return {
    language: spoken,
    direction: directionOf(spoken),
    isSample: read(page, "isSample") === true,
    accent: textOf(read(page, "accent")),
    logo: logoOf(read(page, "logo")),
    shipsScripts: matches.some(({ handle }) => read(handle, "shipsScripts") === true),
  };
}

function logoOf(logo: unknown): PageSetting["logo"] {
  const [hash, name] = [textOf(read(logo, "hash")), textOf(read(logo, "name"))];
  return hash !== null && name !== null ? { hash, name } : null;
}

function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function read(from: unknown, name: string): unknown {
  return typeof from === "object" && from !== null ? Reflect.get(from, name) : undefined;
}
