import { areEqual, fromHex, toHex } from "./bytes.ts";
import { checkHead, type Known } from "./check-head.ts";
import { commitmentOf, leafOf, ownerOf, saltOf } from "./entry.ts";
import { countInWords, finding, type Finding, instantInWords, type Tools } from "./finding.ts";
import type { Receipt } from "./receipt.ts";
import { leafHash } from "./tree.ts";
import { rootFromInclusion } from "./tree-proofs.ts";

/** Everything that a receipt says, checked; it holds when every finding fits. */
export function checkReceipt(receipt: Receipt, tools: Tools, known: Known = {}): Finding[] {
  return [checkCommitment(receipt, tools), ...checkOwnership(receipt, tools), checkInclusion(receipt, tools), ...checkHead(receipt.head, receipt.key, tools, known)];
}

function checkCommitment({ entry, salt, committed, head }: Receipt, { sha256 }: Tools): Finding {
  const isIt = commitmentOf(sha256, bytesOf(salt), committed) === entry.value && committed.campaign === head.campaign;
  const { letter, country, confirmedOn } = committed;
  const how = entry.kind === "imported" ? "imported, dated" : "confirmed on";
  return finding(isIt, `The entry stands for a signature ${how} ${confirmedOn}, from ${country}, under version ${letter.split(" ")[1]} of the letter (${letter.split(" ")[0]}).`, "What the file says about the signature is not what was entered.");
}

function checkOwnership({ salt, committed, ownership }: Receipt, { sha256 }: Tools): Finding[] {
  if (!ownership) return [];
  const secret = bytesOf(ownership.secret);
  const isOwn = toHex(saltOf(sha256, secret)) === salt && ownerOf(sha256, secret, ownership.address) === committed.owner;
  return [finding(isOwn, `The entry belongs to ${ownership.address}, and to no other address.`, `The entry does not belong to ${ownership.address}.`)];
}

function checkInclusion({ entry, head, path }: Receipt, { sha256 }: Tools): Finding {
  const leaf = leafHash(sha256, leafOf(entry));
  const root = rootFromInclusion(sha256, { leaf, index: entry.position, size: head.size, path: path.map(bytesOf) });
  const isIn = root !== undefined && areEqual(root, bytesOf(head.root));
  const place = `number ${(entry.position + 1).toLocaleString("en")} of ${countInWords(head.size, "entry", "entries")}`;
  return finding(isIn, `It is ${place} in the register of ${instantInWords(head.signedAt)}, when ${countInWords(head.count, "signature")} counted.`, "The entry is not in that state of the register, or not at that place.");
}

function bytesOf(hex: string): Uint8Array {
  return fromHex(hex) ?? new Uint8Array();
}
