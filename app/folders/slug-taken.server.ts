/** The database's own answer when another campaign has this address or had it once: a trigger keeps every one. */
export function isSlugTaken(error: unknown): boolean {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error && "constraint_name" in cause && cause.constraint_name === "one_campaign_per_slug";
}
