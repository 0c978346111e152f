import type { TemplateVariables } from "./template.ts";

/** What stands in a template, with an example and what it is. */
export const TEMPLATE_WORDS: { name: keyof TemplateVariables; meaning: string; use: string }[] = [
  { name: "retailer", meaning: "the retailer that is written to", use: "{{ retailer }}" },
  { name: "signer", meaning: "the signer’s name", use: "{{ signer }}" },
  { name: "country", meaning: "the signer’s country, in the letter’s language", use: "{{ country }}" },
  { name: "own_words", meaning: "what the signer adds; empty when they add nothing", use: '{% if own_words != "" %}{{ own_words }}{% endif %}' },
  { name: "letter_title", meaning: "the letter’s title", use: "{{ letter_title }}" },
  { name: "letter_url", meaning: "the letter’s address", use: "{{ letter_url }}" },
  { name: "co_signer_count", meaning: "how many organisations sign the letter", use: "{{ co_signer_count }}" },
  { name: "demands", meaning: "the demands, each with title and summary", use: "{% for demand in demands %}- {{ demand.title }}{% endfor %}" },
  { name: "standards", meaning: "the framework’s standards, each with title and summary; none without a framework", use: "{% for standard in standards %}- {{ standard.title }}{% endfor %}" },
];

export const EXAMPLE: TemplateVariables = {
  retailer: "Corner Shop",
  signer: "Ada Example",
  country: "United Kingdom",
  own_words: "My kettle listens to me.",
  letter_title: "The letter",
  letter_url: "https://letters.example/letters/the-letter",
  co_signer_count: 3,
  demands: [{ title: "The first demand", summary: "What it asks." }, { title: "The second demand", summary: "What it asks." }],
  standards: [{ title: "The first standard", summary: "What it holds." }],
};
