import type { MetaDescriptor } from "@remix-run/node";

/** Search engines are led to the letter as it stands, and keep no text that nobody asks for any more. */
export function versionMeta({ title, letterUrl, isNewest }: { title: string; letterUrl: string; isNewest: boolean }): MetaDescriptor[] {
  const canonical = { tagName: "link" as const, rel: "canonical", href: letterUrl };
  return [{ title }, canonical, ...(isNewest ? [] : [{ name: "robots", content: "noindex" }])];
}
