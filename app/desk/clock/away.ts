/** Workers say every fifteen seconds that they are there: none that was silent for so long is. */
const AWAY_MS = 2 * 60 * 1000;

export function isAway(notedAt: Date, now: Date): boolean {
  return now.getTime() - notedAt.getTime() > AWAY_MS;
}
