import type { contactState } from "#db/schema/index.ts";

export type ContactState = (typeof contactState.enumValues)[number];

export const CONTACT_STATES: Record<ContactState, { word: string; canBeWrittenTo: boolean }> = {
  new: { word: "new, not yet tried", canBeWrittenTo: true },
  working: { word: "working", canBeWrittenTo: true },
  bouncing: { word: "bouncing", canBeWrittenTo: false },
  wrong: { word: "wrong", canBeWrittenTo: false },
  retired: { word: "retired", canBeWrittenTo: false },
};

/** Those of an address that mail may go to. */
export function writableStates(): ContactState[] {
  const states: ContactState[] = ["new", "working", "bouncing", "wrong", "retired"];
  return states.filter((state) => CONTACT_STATES[state].canBeWrittenTo);
}
