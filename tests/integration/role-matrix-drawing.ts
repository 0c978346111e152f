import { type DeskDoor, KNOCKERS } from "./desk-doors-table.ts";
import type { Answer } from "./knocking.ts";

interface Drawn {
  get: Map<string, Answer>;
  post: Map<string, Answer>;
}

/** Role × route as text: what each door asks for, and the status of reading it and of sending a form there. */
export function drawMatrix(doors: readonly DeskDoor[], { get, post }: Drawn) {
  const head = ["Address", "GET asks", "POST asks", ...KNOCKERS];
  const rows = doors.map((door) => {
    const cells = KNOCKERS.map((knocker) => [get, post].map((answers) => cell(answers.get(`${door.pattern} ${knocker}`))).join(" "));
    return [door.pattern, door.get, door.post, ...cells];
  });
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: string[]) => row.map((text, column) => text.padEnd(widths[column] ?? 0)).join("  ").trimEnd();
  return `\n${[line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n")}\n\nGET, then POST; an arrow leads to the sign-in page.\n\n`;
}

function cell(answer: Answer | undefined) {
  if (!answer) return "–";
  return answer.verdict === "sign in" ? `${answer.status}→` : String(answer.status);
}
