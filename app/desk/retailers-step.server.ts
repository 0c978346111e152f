import { placeTarget, removeTarget, setAskedOn } from "#app/retailers/change-targets.server.ts";

/** One change of one target, as a button of the list asks for it: removed, dated, or moved to a place. */
export async function changeTarget(target: { campaignId: string; retailerSlug: string; by: string }, fields: URLSearchParams) {
  if (fields.has("remove")) return removeTarget(target);
  const askedOn = fields.get("asked_on");
  if (askedOn !== null) return setAskedOn({ ...target, askedOn: isDay(askedOn) ? askedOn : null });
  const place = Number(fields.get("place"));
  return placeTarget({ ...target, place: Number.isInteger(place) ? place : 0 });
}

/** A day of the calendar, not after today's end anywhere on earth. */
function isDay(text: string) {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : new Date(Number.NaN);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) && day.getTime() < Date.now() + 14 * 3_600_000;
}
