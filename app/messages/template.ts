import { Liquid } from "liquidjs";

/** What a campaign's template may name. */
export interface TemplateVariables {
  retailer: string;
  signer: string;
  country: string;
  /** Empty when the signer wrote none. */
  own_words: string;
  letter_title: string;
  letter_url: string;
  co_signer_count: number;
  demands: { title: string; summary: string }[];
  standards: { title: string; summary: string }[];
}

/** A template is an organizer's text: it reads no file of the machine and ends soon. */
const BOUNDS = { templates: {}, parseLimit: 100_000, renderLimit: 500, memoryLimit: 1_000_000 };

export const liquid = new Liquid({ strictVariables: true, strictFilters: true, jsTruthy: true, ownPropertyOnly: true, ...BOUNDS });

/**
 * A message as its signer first sees it, plain text.
 * @throws when the template names what is not in `TemplateVariables`; a campaign's template is checked when it is saved.
 */
export function draftMessage(template: { subject: string; body: string }, variables: TemplateVariables) {
  return {
    subject: print(template.subject, variables).replace(/\s+/g, " ").trim(),
    body: print(template.body, variables).replace(/\n{3,}/g, "\n\n").trim(),
  };
}

function print(template: string, variables: TemplateVariables): string {
  return String(liquid.parseAndRenderSync(template, variables));
}
