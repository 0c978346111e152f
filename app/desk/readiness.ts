import { isOnReservedDomain } from "./reserved-domain.ts";

interface ReadinessFacts {
  mailFrom: string;
  /** False while mail stays in the house's own mailbox, for want of a provider's key. */
  doesMailLeave: boolean;
  targets: { name: string; writableAddresses: string[] }[];
  isTemplatePrinted: boolean;
}

export interface Check {
  title: string;
  detail: string;
  /** "warns" says what will happen; "blocks" must be put right first. */
  state: "met" | "warns" | "blocks";
}

/** What to look at before messages go to retailers for real. */
export function checkReadiness(facts: ReadinessFacts): Check[] {
  return [checkSender(facts), ...facts.targets.map((target) => checkTarget(target, facts)), checkTemplate(facts)];
}

export function canGoLive(checks: readonly Check[]): boolean {
  return checks.every(({ state }) => state !== "blocks");
}

function checkSender({ mailFrom, doesMailLeave }: ReadinessFacts): Check {
  const title = "Sender address";
  if (!doesMailLeave) {
    const detail = "No mail provider is set up (RESEND_API_KEY): every mail stays in this machine’s mailbox page.";
    return { title, state: "warns", detail };
  }
  if (!isOnReservedDomain(mailFrom)) return { title, state: "met", detail: `Mail comes from ${mailFrom}.` };
  return { title, state: "blocks", detail: `${mailFrom} is an example address. Set MAIL_FROM to one of your own domain.` };
}

function checkTarget({ name, writableAddresses }: ReadinessFacts["targets"][number], { doesMailLeave }: ReadinessFacts): Check {
  const title = `Contact of ${name}`;
  const reserved = writableAddresses.filter(isOnReservedDomain);
  if (writableAddresses.length === 0) {
    return { title, state: "warns", detail: "No working contact: its messages wait until there is one." };
  }
  if (reserved.length === 0) return { title, state: "met", detail: writableAddresses.join(", ") };
  const detail = `${reserved.join(", ")} is an example address and takes no mail. Add a real one and retire this one.`;
  return { title, state: doesMailLeave ? "blocks" : "warns", detail };
}

function checkTemplate({ isTemplatePrinted }: ReadinessFacts): Check {
  const title = "Message template";
  if (isTemplatePrinted) return { title, state: "met", detail: "It prints. Read it below, as the first retailer would get it." };
  return { title, state: "blocks", detail: "It cannot be printed: there is no published letter, or the template names something that does not exist." };
}
