/** What an organizer typed into a rule's field, in the one spelling that is kept; or what to say beside the field. */
export type ScreeningValue = { ok: true; value: string } | { ok: false; error: string };
