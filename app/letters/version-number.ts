const VERSION_MAX = 1_000_000;

/** A version's number as an address spells it; undefined for anything else. */
export function readVersionNumber(spelled: string | null | undefined): number | undefined {
  const number = /^[1-9]\d{0,6}$/.test(spelled ?? "") ? Number(spelled) : undefined;
  return number !== undefined && number <= VERSION_MAX ? number : undefined;
}
