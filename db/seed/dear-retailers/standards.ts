/**
 * The five standards that the letter asks for. Summaries and points are our own words. What could not be read in a
 * source is left out rather than guessed.
 */
export const framework = {
  slug: "minimum-standards-iot-security",
  title: "Minimum Standards for Tackling IoT Security",
  edition: "November 2018",
  publisher: "Mozilla, Internet Society and Consumers International",
  /** The day within November 2018 was not found. */
  publishedOn: null,
  sourceUrl: "https://www.internetsociety.org/blog/2019/02/do-you-want-privacy-with-that/",
};

export const standards = [
  {
    slug: "encryption",
    title: "Encrypted communications",
    summary: "Everything the product sends or receives over a network is encrypted.",
    points: ["Every network communication is encrypted.", "It can be neither read nor altered on the way."],
  },
  {
    slug: "updates",
    title: "Security updates",
    summary: "The product keeps itself up to date for a reasonable time after it is sold.",
    points: [
      "Updates are automatic and switched on by default.",
      "They go on for a reasonable time after the sale.",
      "Each one is cryptographically verified before it is installed.",
      "Installing it takes its owner no effort.",
    ],
  },
  {
    slug: "passwords",
    title: "Strong passwords",
    summary: "Where a password guards remote access, a weak or shared one is not accepted.",
    points: [
      "Rules for the strength of a password are enforced.",
      "A default password that many units share has to be replaced at set-up.",
    ],
  },
  {
    slug: "vulnerability-management",
    title: "Vulnerability management",
    summary: "The maker can be told of weaknesses and deals with them for the product's whole life.",
    points: [
      "There is a system for handling vulnerabilities over the life of the product.",
      "There is a contact for reports, or a bug bounty in its place.",
    ],
  },
  {
    slug: "privacy",
    title: "Privacy practices",
    summary: "The privacy policy can be found, read and understood before the product is bought.",
    points: [
      "The policy is easy to reach at the point of sale.",
      "It is easy to understand.",
      "It suits the person who will use the product.",
    ],
  },
];
