const ORGANISATION = "{organisation}";

/** The sentence beside the box; the database puts the organisation's name into it as it stores the consent. */
export const PARTNER_CONSENT = { wording: `Share my name and e-mail address with ${ORGANISATION}, who may write to me.`, organisation: ORGANISATION } as const;

export function partnerConsent(organisation: string): string {
  return PARTNER_CONSENT.wording.replace(PARTNER_CONSENT.organisation, () => organisation);
}
