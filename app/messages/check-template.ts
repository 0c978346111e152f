import { BODY_MAX, SUBJECT_MAX } from "./message-form.ts";
import { draftMessage } from "./template.ts";
import { faultsInTemplate, MOMENTS } from "./template-faults.ts";

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
  const [fault] = faultsInTemplate(text);
  if (fault) return `Line ${fault.line}: ${fault.message}${fault.isName ? " The list beside the text has all the names." : ""}`;
  const printed = MOMENTS.map(print);
  if (printed.some((one) => one === "")) return "With this, a message would be empty.";
  const longest = Math.max(...printed.map((one) => one.length));
  if (longest > maxCharacters) return `Printed, this comes to ${longest.toLocaleString("en")} characters; at most ${maxCharacters.toLocaleString("en")} can be sent.`;
  return undefined;
}
