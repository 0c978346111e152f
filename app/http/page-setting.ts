import { z } from "zod";

/** What a loader may return as `page`, and a route's handle may say, about the document around it. */
export interface PageSetting {
  language: string;
  direction: "ltr" | "rtl";
  isSample: boolean;
  shipsScripts: boolean;
}

const FromLoader = z.object({ page: z.object({ language: z.string(), isSample: z.boolean() }) });
const FromHandle = z.object({ shipsScripts: z.literal(true) });
const RIGHT_TO_LEFT = new Set(["ar", "fa", "he", "ur"]);

export function readPageSetting(matches: { data: unknown; handle: unknown }[]): PageSetting {
  const pages = matches.flatMap(({ data }) => FromLoader.safeParse(data).data?.page ?? []);
  const page = pages.at(-1) ?? { language: "en", isSample: false };
  const [primary = "en"] = page.language.split("-");
  return {
    ...page,
    direction: RIGHT_TO_LEFT.has(primary) ? "rtl" : "ltr",
    shipsScripts: matches.some(({ handle }) => FromHandle.safeParse(handle).success),
  };
}
