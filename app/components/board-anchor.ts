import { cellAnchor } from "#app/http/paths.ts";

/** Two campaigns may ask one retailer for demands of the same name; its page holds both. */
export function demandAnchor(campaignSlug: string, demandSlug: string) {
  return cellAnchor(`${campaignSlug}-${demandSlug}`);
}

/** Where one response stands in a retailer's record. */
export function responseAnchor(responseId: string) {
  return `record-${responseId}`;
}
