import { CHECK_MAX_MS, liquid, printTemplate } from "./template.ts";
import { EXAMPLE } from "./template-words.ts";

export interface TemplateFault {
  /** From 1. */
  line: number;
  /** Begins in the middle of a sentence, after where it is. */
  message: string;
  /** It names what no message knows: whoever wrote it may want the list of names. */
  isName: boolean;
}

/** Every branch that emptiness can take: what is wrong only for some signers is wrong. */
export const MOMENTS = [EXAMPLE, { ...EXAMPLE, own_words: "" }, { ...EXAMPLE, demands: [], standards: [], co_signer_count: 0 }];

/** All that keeps a template from printing, with its lines. */
export function faultsInTemplate(text: string): TemplateFault[] {
  try {
    const { globals } = liquid.analyzeSync(liquid.parse(text), { partials: false });
    const unknown = Object.values(globals).flat().filter(({ segments: [name] }) => !(String(name) in EXAMPLE));
    if (unknown.length > 0) return unknown.map((use) => noSuchName(use.location.row, String(use)));
    for (const moment of MOMENTS) printWithin(text, moment);
    return [];
  } catch (error) {
    return [inWords(error)];
  }
}

/** A busy machine may be slow once; a template that is too slow is so each time. */
function printWithin(text: string, moment: typeof EXAMPLE, tries = 3): string {
  try {
    return printTemplate(text, moment, CHECK_MAX_MS);
  } catch (error) {
    if (tries > 1 && isOfTheLimit(error)) return printWithin(text, moment, tries - 1);
    throw error;
  }
}

function isOfTheLimit(error: unknown) {
  return error instanceof Error && error.message.includes(" limit exceeded");
}

/** Liquid's own messages, as somebody who does not program reads them. */
function inWords(error: unknown): TemplateFault {
  if (!(error instanceof Error)) throw error;
  const [said = "", place = "1"] = /^(.*?)(?:, line:(\d+).*)?$/s.exec(error.message)?.slice(1) ?? [];
  const line = Number(place);
  const [, name] = /^undefined variable: (.+)$/.exec(said) ?? [];
  if (name !== undefined) return noSuchName(line, name);
  const [, filter] = /^undefined filter: (.+)$/.exec(said) ?? [];
  if (filter !== undefined) return { line, message: `there is no filter “${filter}”.`, isName: false };
  const [, tag] = /^tag "(.+)" not found$/.exec(said) ?? [];
  if (tag !== undefined) return { line, message: `there is no tag “${tag}”.`, isName: false };
  const [, open] = /^(?:tag|output) "?(.+?)"? not closed$/s.exec(said) ?? [];
  if (open !== undefined) return { line, message: `“${open.trim()}” is opened and not closed.`, isName: false };
  if (said.endsWith(" limit exceeded")) return { line, message: "this takes too long to print. Leave out loops within loops.", isName: false };
  return { line, message: `this cannot be printed (${said}).`, isName: false };
}

function noSuchName(line: number, name: string): TemplateFault {
  return { line, message: `there is no “${name}”.`, isName: true };
}
