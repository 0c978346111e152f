import { utf8 } from "./bytes.ts";

/** The state of a campaign's register at one moment: whoever has it can tell any other history from this one. */
export interface Head {
  campaign: string;
  /** How many entries. */
  size: number;
  /** Of the tree over them, in hexadecimal. */
  root: string;
  /** How many signatures count by then, those that were imported among them. */
  count: number;
  imported: number;
  /** An instant, ISO 8601 in UTC. */
  signedAt: string;
  /** Names the key that signed it. */
  key: string;
}

export interface SignedHead extends Head {
  /** Ed25519 over `headText`, in hexadecimal. */
  signature: string;
}

export interface PublicKey {
  id: string;
  /** 32 bytes in hexadecimal. */
  publicKey: string;
}

/** The bytes that are signed. */
export function headText({ campaign, size, root, count, imported, signedAt, key }: Head): Uint8Array {
  return utf8(`countersign head 1\ncampaign ${campaign}\nsize ${size}\nroot ${root}\ncount ${count}\nimported ${imported}\nsigned ${signedAt}\nkey ${key}\n`);
}
