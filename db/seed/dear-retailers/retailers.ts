/** The day the letter was published, and with it put to all four. */
export const ASKED_ON = "2019-02-12";

/** When the sources were last read. */
const READ_ON = "2026-08-31";

interface Act {
  happenedOn: string;
  summary: string;
  sourceUrl: string;
  sourceTitle: string;
}

const DELISTED = {
  sourceUrl: "https://www.tomshardware.com/news/amazon-walmart-target-pull-insecure-cloudpets-toys,37210.html",
  sourceTitle: "Tom’s Hardware",
};

const DELISTED_BEFORE_AMAZON: Act = {
  happenedOn: "2018-06-01",
  summary:
    "Took CloudPets toys off sale about the beginning of June 2018, some eight months before this letter, after it had been asked to in a letter of 28 May 2018. It did not comment. The day is approximate.",
  ...DELISTED,
};

const DELISTED_BY_AMAZON: Act = {
  happenedOn: "2018-06-05",
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
  { slug: "target", name: "Target", websiteUrl: "https://www.target.com/", acts: [DELISTED_BEFORE_AMAZON] },
  { slug: "walmart", name: "Walmart", websiteUrl: "https://www.walmart.com/", acts: [DELISTED_BEFORE_AMAZON] },
  { slug: "best-buy", name: "Best Buy", websiteUrl: "https://www.bestbuy.com/", acts: [] },
  { slug: "amazon", name: "Amazon", websiteUrl: "https://www.amazon.com/", acts: [DELISTED_BY_AMAZON] },
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
