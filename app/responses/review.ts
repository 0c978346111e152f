export type Review = "public sources" | "single review" | "two people";

/** How many people stand behind a published record. Shipped records have no organizer: they cite public sources. */
export function reviewOf({ recordedBy, publishedBy }: { recordedBy: string | null; publishedBy: string | null }): Review {
  if (recordedBy === null && publishedBy === null) return "public sources";
  if (recordedBy === null || publishedBy === null || recordedBy === publishedBy) return "single review";
  return "two people";
}
