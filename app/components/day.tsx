interface DayProps {
  /** "YYYY-MM-DD", or an instant, which is shown by its day in UTC. */
  on: string | Date;
  language?: string;
  /** "12 Feb 2019", for lists. */
  isShort?: boolean;
}

export function Day({ on, language = "en", isShort = false }: DayProps) {
  const iso = typeof on === "string" ? on : on.toISOString();
  return <time dateTime={iso.slice(0, 10)}>{dayInWords(iso, language, isShort)}</time>;
}

/** "12 February 2019": the day first, so that no reader takes it for a month. */
export function dayInWords(iso: string, language = "en", isShort = false) {
  const format = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { dateStyle: isShort ? "medium" : "long", timeZone: "UTC" });
  return format.format(new Date(iso));
}
