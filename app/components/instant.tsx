/** "24 November 2026, 22:15 UTC". */
export function Instant({ at }: { at: Date }) {
  const iso = at.toISOString();
  const format = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });
  return <time dateTime={iso}>{format.format(at).replace(" at ", ", ")} UTC</time>;
}
