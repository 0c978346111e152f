import { Liquid } from "liquidjs";
import { BODY_MAX, SUBJECT_MAX } from "./message-form.ts";
import { draftMessage } from "./template.ts";
import { EXAMPLE } from "./template-words.ts";

/** Every branch that emptiness can take: what is wrong only for some signers is wrong. */
const MOMENTS = [EXAMPLE, { ...EXAMPLE, own_words: "" }, { ...EXAMPLE, demands: [], standards: [], co_signer_count: 0 }];

/** Reads a template without printing it. */
const reader = new Liquid({ templates: {}, parseLimit: 100_000 });

/** What is wrong with a template, by field, in one sentence that names the line; empty when it prints for everybody. */
export function checkTemplate({ subject, body }: { subject: string; body: string }): Record<string, string> {
  const wrong = {
    message_subject: whatIsWrong(subject, SUBJECT_MAX, (moment) => draftMessage({ subject, body: "" }, moment).subject),
    message_template: whatIsWrong(body, BODY_MAX, (moment) => draftMessage({ subject: "", body }, moment).body),
  };
  return Object.fromEntries(Object.entries(wrong).flatMap(([field, reason]) => (reason === undefined ? [] : [[field, reason]])));
}

type Moment = (typeof MOMENTS)[number];

function whatIsWrong(text: string, maxCharacters: number, print: (moment: Moment) => string): string | undefined {
  try {
    const unknown = Object.values(reader.analyzeSync(reader.parse(text)).globals).flat().find(({ segments: [name] }) => !(String(name) in EXAMPLE));
    const printed = MOMENTS.map(print);
    if (unknown) return noSuchName(unknown.location.row, String(unknown));
    if (printed.some((one) => one === "")) return "With this, a message would be empty.";
    const longest = Math.max(...printed.map((one) => one.length));
    if (longest > maxCharacters) return `Printed, this comes to ${longest.toLocaleString("en")} characters; at most ${maxCharacters.toLocaleString("en")} can be sent.`;
    return undefined;
  } catch (error) {
    return inWords(error);
  }
}

/** Liquid's own messages, as somebody who does not program reads them. */
function inWords(error: unknown): string {
  if (!(error instanceof Error)) throw error;
  const [said = "", line = "1"] = /^(.*?)(?:, line:(\d+).*)?$/s.exec(error.message)?.slice(1) ?? [];
  const [, name] = /^undefined variable: (.+)$/.exec(said) ?? [];
  if (name !== undefined) return noSuchName(Number(line), name);
  const [, filter] = /^undefined filter: (.+)$/.exec(said) ?? [];
  if (filter !== undefined) return `Line ${line}: there is no filter “${filter}”.`;
  const [, tag] = /^tag "(.+)" not found$/.exec(said) ?? [];
  if (tag !== undefined) return `Line ${line}: there is no tag “${tag}”.`;
  const [, open] = /^(?:tag|output) "?(.+?)"? not closed$/s.exec(said) ?? [];
  if (open !== undefined) return `Line ${line}: “${open.trim()}” is opened and not closed.`;
  return `Line ${line}: this cannot be printed (${said}).`;
}

function noSuchName(line: number, name: string) {
  return `Line ${line}: there is no “${name}”. The list beside the text has all the names.`;
}
