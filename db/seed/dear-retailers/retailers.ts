/** The day the letter was published, and with it put to all four. */
export const ASKED_ON = "2019-02-12";

/** When the sources were last read. */
const READ_ON = "2026-08-31";

/** What a retailer did, or said, other than answering the letter. */
interface Act {
  happenedOn: string;
  kind: "action" | "statement";
  summary: string;
  quote?: string;
  sourceUrl: string;
  sourceTitle: string;
}

const CLOUDPETS_AT_TARGET: Act = {
  happenedOn: "2018-06-01",
  kind: "action",
  summary:
    "Stopped selling CloudPets toys in the week before 5 June 2018, some eight months before this letter, after a letter of 28 May 2018 had asked it to. The day is approximate.",
  sourceUrl: "https://www.cnet.com/news/privacy/amazon-will-stop-selling-connected-toy-cloud-pets-filled-with-security-issues/",
  sourceTitle: "CNET",
};

const STATEMENT_BY_TARGET: Act = {
  happenedOn: "2018-06-10",
  kind: "statement",
  summary:
    "Spoke to The Verge about CloudPets and connected products, some eight months before this letter. The day is that of the report.",
  quote:
    "be part of this important issue alongside our vendor partners as we determine the best way to bring more connected products to our guests.",
  sourceUrl: "https://www.theverge.com/circuitbreaker/2018/6/10/17442090/target-amazon-ebay-cloudpets-listing-removal-smart-toys",
  sourceTitle: "The Verge, 10 June 2018",
};

const CLOUDPETS_AT_WALMART: Act = {
  happenedOn: "2018-06-01",
  kind: "action",
  summary:
    "Took CloudPets toys off its site about the beginning of June 2018, some eight months before this letter, after a letter of 28 May 2018 had asked it to. Adweek counts a single listing there. The day is approximate.",
  sourceUrl: "https://dev.adweek.com/digital/amazon-pulls-smart-toy-cloudpets-amid-security-concerns/",
  sourceTitle: "Adweek",
};

const DOORBELLS_AT_WALMART: Act = {
  happenedOn: "2024-02-29",
  kind: "action",
  summary:
    "Told the Associated Press that it had removed video doorbells in which Consumer Reports had found security faults, and that it offered refunds under its return policy. The report does not connect this with the letter. The day is approximate.",
  sourceUrl: "https://www.foxla.com/news/doorbell-cameras-amazon-walmart-major-security-flaws-report",
  sourceTitle: "FOX 11 Los Angeles",
};

const CLOUDPETS_AT_AMAZON: Act = {
  happenedOn: "2018-06-05",
  kind: "action",
  summary:
    "Took about twenty listings of CloudPets toys off sale after contact with Mozilla, which then dropped a public petition. This was some eight months before this letter.",
  sourceUrl: "https://dev.adweek.com/digital/amazon-pulls-smart-toy-cloudpets-amid-security-concerns/",
  sourceTitle: "Adweek",
};

/**
 * Addresses are on a domain that is reserved for examples: no mail reaches the companies before an organizer has
 * entered a real contact.
 */
export const retailers: { slug: string; name: string; websiteUrl: string; acts: Act[] }[] = [
  { slug: "target", name: "Target", websiteUrl: "https://www.target.com/", acts: [CLOUDPETS_AT_TARGET, STATEMENT_BY_TARGET] },
  { slug: "walmart", name: "Walmart", websiteUrl: "https://www.walmart.com/", acts: [CLOUDPETS_AT_WALMART, DOORBELLS_AT_WALMART] },
  { slug: "best-buy", name: "Best Buy", websiteUrl: "https://www.bestbuy.com/", acts: [] },
  { slug: "amazon", name: "Amazon", websiteUrl: "https://www.amazon.com/", acts: [CLOUDPETS_AT_AMAZON] },
];

/** What stands behind every stance of the shipped campaign. */
export const search = {
  happenedOn: READ_ON,
  capturedOn: READ_ON,
  summary:
    "No public answer to the letter was found in the sources read: press reports of the time, the Internet Society’s and Mozilla’s posts, and what was published since. That is absence of evidence, not proof that there was none.",
  sourceUrl: "https://www.internetsociety.org/blog/2019/02/do-you-want-privacy-with-that/",
  sourceTitle: "Internet Society, 12 February 2019",
};

export const STANCE_REASON = "No public answer found.";
