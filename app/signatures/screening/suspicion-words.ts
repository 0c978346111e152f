import { SUSPICIONS } from "./suspicions.ts";

/** What `signatures.suspicion` holds, in words; a name that is no more known stands as it is. */
export function suspicionsInWords(suspicion: string | null): string {
  return listSuspicions(suspicion).map(suspicionInWords).join("; ");
}

export function suspicionInWords(name: string): string {
  return Object.entries(SUSPICIONS).find(([known]) => known === name)?.[1] ?? name;
}

export function listSuspicions(suspicion: string | null): string[] {
  return suspicion === null || suspicion === "" ? [] : suspicion.split(",");
}
