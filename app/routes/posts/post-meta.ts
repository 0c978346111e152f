import type { MetaDescriptor } from "@remix-run/node";

/** Tells browsers and feed readers of the feed of a campaign's posts. */
export function feedLink(feedUrl: string, campaignName: string): MetaDescriptor {
  return { tagName: "link", rel: "alternate", type: "application/atom+xml", title: `News of ${campaignName}`, href: feedUrl };
}
