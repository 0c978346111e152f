import { canBeRead, shadesOf, type Shades } from "./accent.ts";

/** A campaign's colour as a stylesheet of its own; undefined for one that cannot be read on our paper. */
export function lookStylesheet(accent: string): string | undefined {
  if (!/^#[0-9a-f]{6}$/.test(accent) || !canBeRead("light", accent)) return undefined;
  const dark = `@media screen and (prefers-color-scheme: dark) {\n  ${rule(shadesOf("dark", accent))}\n}`;
  return `${rule(shadesOf("light", accent))}\n${dark}\n`;
}

function rule({ accent, onAccent, accentQuiet }: Shades) {
  return `:root { --accent: ${accent}; --on-accent: ${onAccent}; --accent-quiet: ${accentQuiet}; }`;
}
