export type DayOrder = "day first" | "month first";

const BY_YEAR = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ](.+))?$/;
const BY_DAY = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?:,? (.+))?$/;
const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)? ?(Z|UTC|[+-]\d{2}:?\d{2})?$/i;

/**
 * The instant that a date in a file stands for, with its time if it has one; UTC where it names no other zone.
 * Undefined for what is no date. Points mean that the day is first, as everywhere where they are used.
 */
export function readSignedAt(text: string, order: DayOrder): Date | undefined {
  const word = text.trim();
  const [, year, month, day, time] = BY_YEAR.exec(word) ?? [];
  if (year) return instant(year, month, day, time);
  const [, one, sign, two, last, clock] = BY_DAY.exec(word) ?? [];
  const isDayFirst = sign === "." || order === "day first";
  return last ? instant(last, isDayFirst ? two : one, isDayFirst ? one : two, clock) : undefined;
}

function instant(year: string, month = "", day = "", time = "00:00") {
  const [, hours = "", minutes = "", seconds = "00", zone = "Z"] = TIME.exec(time.trim()) ?? [];
  if (!hours) return undefined;
  const offset = /^(z|utc)$/i.test(zone) ? "Z" : zone.replace(/^([+-]\d{2}):?/, "$1:");
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const at = new Date(`${date}T${hours.padStart(2, "0")}:${minutes}:${seconds}${offset}`);
  // 31 February would roll over into March.
  return Number.isNaN(at.getTime()) || new Date(`${date}T00:00:00Z`).getUTCDate() !== Number(day) ? undefined : at;
}
