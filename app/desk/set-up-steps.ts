/** The steps from nothing to published, in their order. Each is a page that can be left and come back to. */
export const SET_UP_STEPS = [
  { key: "name", title: "Name and addressees", purpose: "What the campaign is called, where it lives, and who the letter is to." },
  { key: "letter", title: "Letter", purpose: "The text that people sign, in one language or several." },
  { key: "demands", title: "Demands", purpose: "What is asked of every retailer, one thing at a time." },
  { key: "co-signers", title: "Co-signers", purpose: "The organisations that sign the letter, in the order in which it names them." },
  { key: "retailers", title: "Retailers", purpose: "Who is asked, and where messages to them go." },
  { key: "template", title: "Message", purpose: "What a signer’s message to a retailer begins with." },
  { key: "sender", title: "Sender and privacy", purpose: "Who mail comes from, whom to ask about data, and how long it is kept." },
  { key: "look", title: "Look", purpose: "A colour and a logo of your own." },
  { key: "checklist", title: "Checklist", purpose: "What is missing, and a last look at letter and mail." },
  { key: "publish", title: "Publish", purpose: "Open the campaign, now or at a set time." },
] as const;

export type SetUpStepKey = (typeof SET_UP_STEPS)[number]["key"];

/** What one step still lacks. */
export interface SetUpStep {
  key: SetUpStepKey;
  title: string;
  purpose: string;
  /** Without these the campaign cannot be opened. */
  needs: string[];
  /** These would do it good. */
  wishes: string[];
}

export function stepAfter(key: SetUpStepKey): SetUpStepKey {
  const position = SET_UP_STEPS.findIndex((step) => step.key === key);
  return SET_UP_STEPS[position + 1]?.key ?? "publish";
}
