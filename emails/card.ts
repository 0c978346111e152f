import { createElement, type FunctionComponent } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { z } from "zod";
import { subjectLine } from "./hostile-names.ts";
import type { MailSort } from "./mail-sorts.ts";
import { plainText } from "./plain-text.ts";

/** What is written on the outside of a mail, beside its address. */
export type Envelope = {
  /** The display name in From; the address in From is always the platform's. */
  fromName: string;
  replyTo?: string;
  headers?: Record<string, string>;
};

/** What each file of this folder exports. */
export type CardFile<Props extends z.ZodObject> = {
  /** Flat, for callers that fill `deliveries.props` by SQL. */
  props: Props;
  subject(props: z.infer<Props>): string;
  /** The line that an inbox shows beside the subject. */
  preview(props: z.infer<Props>): string;
  envelope(props: z.infer<Props>): Envelope;
  /** Whether its reader can end all mail like it, and by which name: see mail-sorts.ts. */
  sort: MailSort;
  default: FunctionComponent<z.infer<Props>>;
};

export type PrintedCard = Envelope & { subject: string; html: string; text: string };

const DOCTYPE = "<!DOCTYPE html>";

/** A card that can be printed from what a row holds. */
export function card<Props extends z.ZodObject>(file: CardFile<Props>) {
  return { ...file, print: (raw: unknown) => print(file, raw) };
}

/** React's own renderer and not React Email's: a quarter of the time, and no comment nodes between the words. */
async function print<Props extends z.ZodObject>(file: CardFile<Props>, raw: unknown): Promise<PrintedCard> {
  const props = file.props.parse(raw);
  const html = DOCTYPE + renderToStaticMarkup(createElement(file.default, props));
  return { ...file.envelope(props), subject: subjectLine(file.subject(props)), html, text: plainText(html) };
}
