import type { LinkDescriptor } from "@remix-run/node";
import regular from "@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff2?url";
import semibold from "@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff2?url";

/** The two files that every letter's first lines need; asked for before the stylesheet names them. */
export function fontLinks(): LinkDescriptor[] {
  return [regular, semibold].map((href) => ({ rel: "preload", as: "font", type: "font/woff2", crossOrigin: "anonymous", href }));
}
