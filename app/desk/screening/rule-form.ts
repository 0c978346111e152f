import { z } from "zod";
import { LARGE_PROVIDERS } from "#app/signatures/screening/large-providers.ts";
import { coveringValues, readScreeningValue, SCREENING_KINDS, SCREENING_VERDICTS, type ScreeningKind, type ScreeningVerdict } from "#app/signatures/screening/screening-rule.ts";

export const NOTE_MAX = 200;

export const RuleForm = z
  .object({
    verdict: z.enum(SCREENING_VERDICTS, "Choose whether to block or to allow it."),
    kind: z.enum(SCREENING_KINDS, "Choose a mail domain or a network."),
    value: z.string("Enter a mail domain or a network.").trim().min(1, "Enter a mail domain or a network.").max(300, "Enter a mail domain or a network."),
    note: z.string().trim().max(NOTE_MAX, `Keep the note within ${NOTE_MAX} characters.`).default(""),
    sure: z.string().optional().transform((ticked) => ticked !== undefined),
  })
  .transform((rule, context) => {
    const read = readScreeningValue(rule.kind, rule.value);
    if (read.ok) return { ...rule, value: read.value };
    context.addIssue({ code: "custom", path: ["value"], message: read.error });
    return z.NEVER;
  });

export interface WantedRule {
  kind: ScreeningKind;
  verdict: ScreeningVerdict;
  value: string;
}

/** What to ask before a rule is kept that is probably a slip; undefined for all others. `own` is where the team has its mailboxes. */
export function askBefore({ kind, verdict, value }: WantedRule, own: readonly string[]): string | undefined {
  if (verdict === "allow") return kind === "mail domain" && LARGE_PROVIDERS.has(value) ? `Bots have mailboxes at ${value} too: allowed, none of them is held back any more.` : undefined;
  if (kind === "network") return undefined;
  const covers = (domain: string) => coveringValues("mail domain", domain).includes(value);
  if (own.some(covers)) return `Somebody of your team has a mailbox at ${value}.`;
  const large = [...LARGE_PROVIDERS].filter(covers);
  if (large.includes(value)) return `Millions of people have their mailbox at ${value}. Each of them who signs is held back.`;
  return large.length > 0 ? `${value} covers ${large.slice(0, 3).join(", ")}.` : undefined;
}
