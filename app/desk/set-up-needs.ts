import { SET_UP_STEPS, type SetUpStep, type SetUpStepKey } from "./set-up-steps.ts";

export type SignOffState = "given" | "outdated" | "none";

/** All that decides what a campaign still lacks. */
export interface SetUpFacts {
  language: string;
  addressees: string;
  /** One for each language that somebody began. */
  letters: { language: string; languageName: string; missing: string[] }[];
  demandCount: number;
  coSignerCount: number;
  targets: { name: string; hasWorkingContact: boolean; isAsked: boolean }[];
  /** By field, as `checkTemplate` says it. */
  templateFaults: Record<string, string>;
  senderName: string;
  privacyContact: string;
  updatesConsentWording: string;
  accent: string | null;
  logoHash: string | null;
  signOffs: Record<"letter" | "message", SignOffState>;
  isOpened: boolean;
}

type Lacks = Pick<SetUpStep, "needs" | "wishes">;

/** Every step with what it needs and what would do it good. */
export function readSteps(facts: SetUpFacts): SetUpStep[] {
  const lacks = { ...lacksOfContent(facts), ...lacksOfHouse(facts), ...lacksOfViews(facts), publish: { needs: facts.isOpened ? [] : ["Not published yet."], wishes: [] } };
  return SET_UP_STEPS.map((step) => ({ ...step, ...lacks[step.key] }));
}

/** What stands in the way of opening: all that any step before the last one needs. */
export function whatIsMissing(steps: readonly SetUpStep[]): SetUpStep[] {
  return steps.filter(({ key, needs }) => key !== "publish" && needs.length > 0);
}

function lacksOfContent(facts: SetUpFacts): Pick<Record<SetUpStepKey, Lacks>, "name" | "letter" | "demands" | "co-signers" | "retailers" | "template"> {
  const { addressees, letters, language, demandCount, coSignerCount, targets, templateFaults } = facts;
  const own = letters.find((letter) => letter.language === language);
  const others = letters.filter((letter) => letter.language !== language && letter.missing.length > 0);
  const unreachable = targets.filter(({ hasWorkingContact }) => !hasWorkingContact).map(({ name }) => name);
  return {
    name: { needs: addressees === "" ? ["Say who the letter is to."] : [], wishes: [] },
    letter: {
      needs: own && own.missing.length === 0 ? [] : [`The letter has no ${listed(own?.missing ?? ["text"])} yet.`],
      wishes: others.map(({ languageName, missing }) => `The ${languageName} letter has no ${listed(missing)}; it stays a draft.`),
    },
    demands: { needs: demandCount === 0 ? ["Add at least one demand."] : [], wishes: [] },
    "co-signers": { needs: [], wishes: coSignerCount === 0 ? ["No organisation has signed yet: a coalition names its members here."] : [] },
    retailers: {
      needs: targets.length === 0 ? ["Add at least one retailer."] : [],
      wishes: [
        ...(unreachable.length > 0 ? [`${listed(unreachable)}: no working address yet. Messages wait until there is one.`] : []),
        ...(targets.length > 0 && targets.every(({ isAsked }) => !isAsked) ? ["Say when the letter reached each retailer: silence is counted from that day."] : []),
      ],
    },
    template: { needs: Object.values(templateFaults), wishes: [] },
  };
}

function lacksOfHouse(facts: SetUpFacts): Pick<Record<SetUpStepKey, Lacks>, "sender" | "look"> {
  const { privacyContact, updatesConsentWording, senderName, accent, logoHash } = facts;
  return {
    sender: {
      needs: [
        ...(privacyContact === "" ? ["Give an address for questions about personal data."] : []),
        ...(updatesConsentWording === "" ? ["Word what signers agree to when they ask for updates."] : []),
      ],
      wishes: senderName === "" ? ["Mail comes in the campaign’s name: give the sender’s name if that is another."] : [],
    },
    look: {
      needs: [],
      wishes: [...(accent === null ? ["The house’s red is used: choose a colour of your own."] : []), ...(logoHash === null ? ["No logo."] : [])],
    },
  };
}

/** Looked at once, before it opens; what changes later is published by hand, and looked at there. */
function lacksOfViews({ signOffs, isOpened }: SetUpFacts): Pick<Record<SetUpStepKey, Lacks>, "checklist"> {
  const views = { letter: "letter", message: "message" } as const;
  const needs = Object.values(views).flatMap((view) => {
    if (isOpened || signOffs[view] === "given") return [];
    return [signOffs[view] === "outdated" ? `The ${view} has changed since it was looked at: look again.` : `Look at the test view of the ${view}, and say that it is right.`];
  });
  return { checklist: { needs, wishes: [] } };
}

function listed(words: string[]) {
  return new Intl.ListFormat("en", { type: "conjunction" }).format(words);
}
