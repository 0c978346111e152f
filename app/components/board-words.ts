import type { Cell } from "#app/scoreboard/cell.ts";
import { dayInWords } from "./day.tsx";
import { numberInWords } from "./number-words.ts";

export function daysInWords(days: number): string {
  return days === 1 ? "1 day" : `${numberInWords(days)} days`;
}

/** What stands beside the stance's word: days of silence, a deadline, that the evidence is old. */
export function cellNotes({ stance, days, dueOn, isOverdue, needsFreshLook }: Cell): string[] {
  const notes: string[] = [];
  if (stance === "no_answer" && days !== null) notes.push(`for ${daysInWords(days)}`);
  if (stance === "pledged") notes.push(pledgeNote(dueOn, isOverdue));
  if (needsFreshLook) notes.push("needs a fresh look");
  return notes;
}

function pledgeNote(dueOn: string | null, isOverdue: boolean) {
  if (!dueOn) return "no deadline named";
  return `${isOverdue ? "overdue since" : "by"} ${dayInWords(dueOn)}`;
}

interface Totals {
  retailers: number;
  asked: number;
  answered: number;
  overdue: number;
  sent: number;
  delivered: number;
}

/** The response rate, always as counts: "1 of 4 retailers asked has answered". */
export function responseRate({ retailers, asked, answered }: Totals): string {
  if (asked === 0) return retailers === 1 ? "the one retailer has not been asked yet" : "none of the retailers has been asked yet";
  return `${answered} of ${asked} retailers asked ${answered === 1 ? "has" : "have"} answered`;
}

/** The rest of what the board says in a breath. */
export function boardSummary({ overdue, sent, delivered }: Totals): string[] {
  const sentences: string[] = [];
  if (overdue > 0) sentences.push(`${numberInWords(overdue)} ${overdue === 1 ? "pledge is" : "pledges are"} past the deadline.`);
  sentences.push(
    sent === 0
      ? "No message has been sent to them through this site yet."
      : `${numberInWords(sent)} ${sent === 1 ? "message" : "messages"} sent to them by signers, ${numberInWords(delivered)} delivered.`,
  );
  return sentences;
}
