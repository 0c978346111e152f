import type { MetaDescriptor } from "@remix-run/node";
import type { LetterPageProps } from "#app/components/letter-page-props.ts";
import { feedLink } from "../posts/post-meta.ts";

/** What search results and shares of the letter show. */
export function letterMeta({ url, letter, alternates, feedUrl }: Pick<LetterPageProps, "url" | "letter" | "alternates" | "feedUrl">): MetaDescriptor[] {
  const title = `${letter.title}: an open letter to ${letter.addressees}`;
  return [
    { title },
    { name: "description", content: letter.summary },
    { tagName: "link", rel: "canonical", href: url },
    ...alternates.map(({ language, href }) => ({ tagName: "link" as const, rel: "alternate", hrefLang: language, href })),
    feedLink(feedUrl, letter.title),
    { property: "og:type", content: "article" },
    { property: "og:title", content: title },
    { property: "og:description", content: letter.summary },
    { property: "og:url", content: url },
    { name: "twitter:card", content: "summary" },
  ];
}
