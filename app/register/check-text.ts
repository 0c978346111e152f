import { checkHandover, type HandoverResult } from "./check-handover.ts";
import type { Known } from "./check-head.ts";
import { checkReceipt } from "./check-receipt.ts";
import type { Tools } from "./finding.ts";
import { readHandoverStart } from "./handover.ts";
import { readReceipt } from "./receipt.ts";

/** A receipt as one text, of any layout; larger than this it is none. */
const RECEIPT_CHARACTERS = 100_000;

/**
 * Checks whatever of ours comes line by line: a receipt, or a file for handing over of any length. Undefined for what
 * is neither. No more than the receipt, or one line of the file, is held at a time.
 * @param pause Called now and then, so that a page goes on living meanwhile; told how many lines were read.
 */
export async function checkLines(lines: AsyncIterable<string> | Iterable<string>, tools: Tools, known: Known = {}, pause?: (lines: number) => Promise<void>): Promise<HandoverResult | undefined> {
  let handover: ReturnType<typeof checkHandover> | undefined;
  let [text, read] = ["", 0];
  for await (const line of lines) {
    read += 1;
    if (read % 2_000 === 0) await pause?.(read);
    if (read === 1) {
      const start = readHandoverStart(line);
      handover = start && checkHandover(start, tools, known);
      if (handover) continue;
    }
    if (handover && line !== "") handover.readLine(line);
    if (!handover) text += `${line}\n`;
    if (text.length > RECEIPT_CHARACTERS) return undefined;
  }
  if (handover) return handover.result();
  const receipt = readReceipt(text);
  return receipt && { findings: checkReceipt(receipt, tools, known), countries: [] };
}
