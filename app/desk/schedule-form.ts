import { z } from "zod";

const NOT_A_TIME = "Give a day and a time, like 2026-03-01T09:00.";

/** What a browser sends for a day and a time; it is read as UTC, as the label says. Empty is none. */
const moment = z
  .string()
  .trim()
  .default("")
  .transform((text, context) => {
    if (text === "") return null;
    const at = new Date(`${text}Z`);
    if (/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(text) && !Number.isNaN(at.getTime())) return at;
    context.addIssue({ code: "custom", message: NOT_A_TIME });
    return z.NEVER;
  });

/** When a campaign opens and closes by itself. A time that has passed would mean "at once", which has its own button. */
export function scheduleForm(now: Date) {
  const isToCome = (at: Date | null) => at === null || at > now;
  return z
    .object({
      opens_at: moment.refine(isToCome, "This time has passed. To open at once, press Open."),
      closes_at: moment.refine(isToCome, "This time has passed. To close at once, press Close."),
    })
    .refine(({ opens_at, closes_at }) => !opens_at || !closes_at || opens_at < closes_at, {
      path: ["closes_at"],
      message: "Closing has to come after opening.",
    })
    .transform(({ opens_at, closes_at }) => ({ opensAt: opens_at, closesAt: closes_at }));
}

/** As a field for day and time takes it. */
export function asTyped(at: Date | null): string {
  return at ? at.toISOString().slice(0, 16) : "";
}
