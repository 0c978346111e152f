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
const PRINT_MAX_MS = 500;
/** What is saved prints well within: every signer waits for it, and meanwhile so does everybody else. */
export const CHECK_MAX_MS = 100;
const BOUNDS = { templates: {}, parseLimit: 100_000, renderLimit: PRINT_MAX_MS, memoryLimit: 1_000_000 };

export const liquid = new Liquid({ strictVariables: true, strictFilters: true, jsTruthy: true, ownPropertyOnly: true, ...BOUNDS });

/**
 * A message as its signer first sees it, plain text.
 * @throws when the template names what is not in `TemplateVariables`; a campaign's template is checked when it is saved.
 */
export function draftMessage(template: { subject: string; body: string }, variables: TemplateVariables) {
  return {
    subject: printTemplate(template.subject, variables).replace(/\s+/g, " ").trim(),
    body: printTemplate(template.body, variables).replace(/\n{3,}/g, "\n\n").trim(),
  };
}

/** @throws as `draftMessage`, and when it takes longer than the bound. */
export function printTemplate(template: string, variables: TemplateVariables, maxMs = PRINT_MAX_MS): string {
  return String(liquid.parseAndRenderSync(template, variables, { renderLimit: maxMs }));
}
