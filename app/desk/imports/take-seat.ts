/** Who sits at an address: by seat, 1 or 2, a name as `foldName` has it, or a hash of that. */
export interface Seated {
  seat: number;
  name: string;
  /** Among the signatures before the file, or by a row of it. */
  from: "signatures" | "file";
}

export type Taking = { outcome: "added"; seat: 1 | 2 } | { outcome: "already there" | "twice in the file" };

/** What `one_signature_per_person` and the second seat make of a row, foretold: the same rules as `sign` has. */
export function takeSeat(seated: readonly Seated[], name: string, { sharesAddresses }: { sharesAddresses: boolean }): Taking {
  if (seated.length === 0) return { outcome: "added", seat: 1 };
  const same = seated.find((one) => one.name === name);
  const canSit = sharesAddresses && !same && seated.length === 1;
  if (canSit) return { outcome: "added", seat: seated[0]?.seat === 1 ? 2 : 1 };
  const known = same ?? seated.find(({ from }) => from === "signatures");
  return { outcome: known?.from === "signatures" ? "already there" : "twice in the file" };
}
