import { fromHex, toHex } from "./bytes.ts";
import { checkHead, type Known } from "./check-head.ts";
import { commitmentOf, isSigning, leafOf } from "./entry.ts";
import { countInWords, finding, type Finding, instantInWords, type Tools } from "./finding.ts";
import { type HandoverRow, type HandoverStart, readHandoverRow } from "./handover.ts";
import { growStandings } from "./standings.ts";
import { growTree, leafHash } from "./tree.ts";

/** So many faulty lines are named, and the others counted. */
const NAMED_FAULTS = 5;

export interface HandoverResult {
  findings: Finding[];
  /** Of the signatures that count and are opened, the most frequent first. */
  countries: [country: string, count: number][];
}

/**
 * Checks a handed-over file line by line, whatever its length: each opened signature against its entry, and all entries
 * together against the signed head. Give it each line after the first, then ask for the result.
 */
export function checkHandover({ head, key }: HandoverStart, tools: Tools, known: Known = {}) {
  const tree = growTree(tools.sha256);
  const standings = growStandings();
  const faults: string[] = [];
  const countries = new Map<string, number>();
  let [opened, faulty, notedRoot] = [0, 0, ""];

  function readLine(line: string) {
    const position = tree.size();
    const row = readHandoverRow(line, head.campaign);
    const fault = row && row.position === position ? faultOf(row) : "is not as it should be";
    if (fault) {
      faulty += 1;
      if (faults.length < NAMED_FAULTS) faults.push(`Entry ${position + 1} ${fault}.`);
    }
    tree.append(leafHash(tools.sha256, row ? leafOf(row.entry) : new Uint8Array()));
    if (known.head?.size === tree.size()) notedRoot = toHex(tree.root());
  }

  function faultOf({ position, entry, opened: open }: HandoverRow): string | undefined {
    if (!standings.take(position, entry)) return "ends or brings back what does not stand so";
    if (!open) return undefined;
    opened += 1;
    countries.set(open.committed.country, (countries.get(open.committed.country) ?? 0) + 1);
    const isIt = isSigning(entry.kind) && commitmentOf(tools.sha256, fromHex(open.salt) ?? new Uint8Array(), { ...open.committed, campaign: head.campaign }) === entry.value;
    return isIt ? undefined : "was opened with what it does not stand for";
  }

  function result(): HandoverResult {
    const { counted, imported } = standings.counts();
    const isWhole = tree.size() === head.size && toHex(tree.root()) === head.root;
    const [entries, signatures] = [countInWords(head.size, "entry", "entries"), countInWords(head.count, "signature")];
    return {
      findings: [
        ...faults.map((sentence) => ({ fits: false, sentence })),
        ...(faulty > faults.length ? [{ fits: false, sentence: `${countInWords(faulty - faults.length, "more line")} do not fit.` }] : []),
        finding(isWhole, `The file holds all ${entries} of the register of ${instantInWords(head.signedAt)}, unchanged.`, `The file’s entries are not those of the register of ${instantInWords(head.signedAt)}: some were changed, left out or added.`),
        finding(counted === head.count && imported === head.imported, `Recounted, they are ${signatures}, as the register says${imported > 0 ? `; ${imported.toLocaleString("en")} of these were imported by the organizers` : ""}.`, `Recounted, they are ${countInWords(counted, "signature")}, of these ${imported.toLocaleString("en")} imported; the register says ${head.count.toLocaleString("en")} and ${head.imported.toLocaleString("en")}.`),
        finding(opened <= counted, `${countInWords(opened, "signature")} can be looked at one by one${opened < counted ? `; the data of ${(counted - opened).toLocaleString("en")} are erased` : ""}.`, "More signatures are opened than count."),
        ...checkHead(head, key, tools, known),
        ...compareRoot(notedRoot, known),
      ],
      countries: [...countries].toSorted(([, one], [, other]) => other - one),
    };
  }

  return { readLine, result };
}

/** A head noted elsewhere may be older than the file: then the file's first entries must lead to it. */
function compareRoot(root: string, { head }: Known): Finding[] {
  if (!head) return [];
  return [finding(root === head.root, "The register has only grown since the state that you noted.", "The state that you noted is not the beginning of this register.")];
}
