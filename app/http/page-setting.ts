import { directionOf } from "#app/letters/languages.ts";

/** What a loader may return as `page`, and a route's handle may say, about the document around it. */
export interface PageSetting {
  language: string;
  direction: "ltr" | "rtl";
  isSample: boolean;
  shipsScripts: boolean;
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
    shipsScripts: matches.some(({ handle }) => read(handle, "shipsScripts") === true),
  };
}

function read(from: unknown, name: string): unknown {
  return typeof from === "object" && from !== null ? Reflect.get(from, name) : undefined;
}
