/** A signature's mails keep this distance, and are at most so many a day, however often its address is typed. */
export const MAIL_PAUSE_MINUTES = 10;
export const MAX_MAILS_A_DAY = 5;

/** The mail that came last, as far as a browser may know: that of its signing, or the one it asked for since. */
export function nextMailAt({ createdAt, mailAskedAt }: { createdAt: Date; mailAskedAt: Date | null }): Date {
  return new Date((mailAskedAt ?? createdAt).getTime() + MAIL_PAUSE_MINUTES * 60_000);
}

/** "in 4 minutes", "now". */
export function untilInWords(at: Date, now: Date): string {
  const minutes = Math.ceil((at.getTime() - now.getTime()) / 60_000);
  if (minutes <= 0) return "now";
  return minutes === 1 ? "in a minute" : `in ${minutes} minutes`;
}
