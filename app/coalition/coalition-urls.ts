/** Addresses in mail to organisations; the porter spells them. */
export interface CoalitionUrls {
  request: (token: string) => string;
  partnerPage: (token: string) => string;
  partnerLetter: (slug: string, partner: string) => string;
}
