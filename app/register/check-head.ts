import { fromHex, toHex } from "./bytes.ts";
import { finding, type Finding, instantInWords, type Tools } from "./finding.ts";
import { headText, type PublicKey, type SignedHead } from "./head.ts";

/** What the one who checks knows from elsewhere. */
export interface Known {
  /** Keys of the house, by its page or noted long ago; when none are given, the file's own has to do, and the finding says so. */
  keys?: readonly PublicKey[];
  /** A head that was noted elsewhere. */
  head?: SignedHead;
}

/** Whether a head is signed, by whom, and whether it is the one that was noted elsewhere. */
export function checkHead(head: SignedHead, key: PublicKey, { sha256, isSignedBy }: Tools, known: Known): Finding[] {
  const publicKey = fromHex(key.publicKey) ?? new Uint8Array();
  const isNamed = key.id === head.key && toHex(sha256(publicKey)).startsWith(key.id);
  const isSigned = isNamed && isSignedBy(publicKey, fromHex(head.signature) ?? new Uint8Array(), headText(head));
  const signed = finding(isSigned, `The state of the register of ${instantInWords(head.signedAt)} is signed by the key ${key.id}.`, "The signature of the register’s state is not valid: the state was changed, or another key signed it.");
  return [signed, ...checkKey(key, known), ...compareNoted(head, known)];
}

function checkKey(key: PublicKey, { keys = [] }: Known): Finding[] {
  if (keys.length === 0) return [];
  const isKnown = keys.some(({ publicKey }) => publicKey === key.publicKey);
  return [finding(isKnown, "The key is one that you gave or that this house publishes.", "The key is none that you gave or that this house publishes: anybody could have made this file.")];
}

function compareNoted(head: SignedHead, { head: noted }: Known): Finding[] {
  if (!noted) return [];
  if (noted.campaign !== head.campaign) return [{ fits: false, sentence: "The state that you noted is of another campaign." }];
  if (noted.size !== head.size) return [];
  return [finding(noted.root === head.root && noted.count === head.count, "It is the state that you noted.", "It is not the state that you noted: the register was rewritten.")];
}
