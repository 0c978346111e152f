import { z } from "zod";

const DOMAIN = /^(?=.{3,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

/** A mail domain as DNS has it: lower case, other scripts in their ASCII spelling; undefined when it is none. */
export function plainDomain(typed: string): string | undefined {
  const bare = typed.trim().replace(/^@/, "");
  if (/[\s@/:?#\\]/.test(bare) || !URL.canParse(`http://${bare}`)) return undefined;
  const domain = new URL(`http://${bare}`).hostname;
  return DOMAIN.test(domain) ? domain : undefined;
}

const domainField = (missing: string) =>
  z.string(missing).transform((typed, context) => {
    const domain = plainDomain(typed);
    if (domain !== undefined) return domain;
    context.addIssue({ code: "custom", message: typed.trim() === "" ? missing : "Type the part after the @, for example example.org." });
    return z.NEVER;
  });

/** A rule for a mail domain, by the names of its fields. An alias reads addresses as the domain does that it belongs to. */
export const MailDomainForm = z
  .object({
    domain: domainField("Type a mail domain, for example example.org."),
    alias_of: z.string().trim().default("").pipe(z.union([z.literal("").transform(() => null), domainField("")])),
    ignores_dots: z.string().optional(),
    tag: z.enum(["+", "-", ""], "Choose what begins a tag.").default(""),
  })
  .transform(({ domain, alias_of, ignores_dots, tag }) => ({
    domain,
    aliasOf: alias_of === domain ? null : alias_of,
    ignoresDots: ignores_dots !== undefined,
    tag: tag || null,
  }));

export type MailDomainValues = z.infer<typeof MailDomainForm>;
