interface DayProps {
  /** "YYYY-MM-DD", or an instant, which is shown by its day in UTC. */
  on: string | Date;
  language?: string;
}

export function Day({ on, language = "en" }: DayProps) {
  const iso = typeof on === "string" ? on : on.toISOString();
  return <time dateTime={iso.slice(0, 10)}>{dayInWords(iso, language)}</time>;
}

/** "12 February 2019": the day first, so that no reader takes it for a month. */
export function dayInWords(iso: string, language = "en") {
  const format = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { dateStyle: "long", timeZone: "UTC" });
  return format.format(new Date(iso));
}
