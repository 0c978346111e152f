import { Form, Link } from "@remix-run/react";
import { paths } from "#app/http/paths.ts";
import { DeskButton } from "./desk-button.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { Choice, Field, SelectField } from "./field.tsx";
import { Moment } from "./moment.tsx";
import { numberInWords } from "./number-words.ts";

interface Rule {
  domain: string;
  canonicalDomain: string;
  ignoresDots: boolean;
  tag: "+" | "-" | null;
}

/** How each domain reads addresses. */
export function MailDomainList({ rules, mayKeep }: { rules: Rule[]; mayKeep: boolean }) {
  if (rules.length === 0) return <p>No domain has a rule.</p>;
  return (
    <ul className="ruled desk-mail-domains">
      {rules.map((rule) => (
        <li key={rule.domain} className="desk-mail-domain">
          <span>
            <strong>{rule.domain}</strong> <span className="quiet">{inWords(rule)}</span>
          </span>
          {mayKeep && (
            <span>
              <Link to={`${paths.mailDomains(rule.domain)}#rule`}>
                Change<span className="unseen"> {rule.domain}</span>
              </Link>{" "}
              <Link to={paths.mailDomainRemoval(rule.domain)}>
                Remove<span className="unseen"> {rule.domain}</span>
              </Link>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function inWords({ domain, canonicalDomain, ignoresDots, tag }: Rule) {
  const dots = ignoresDots ? "dots do not count" : "dots count";
  const tags = tag ? `what follows ${tag} is dropped` : "tags count";
  return canonicalDomain === domain ? `${dots}, ${tags}` : `is ${canonicalDomain}`;
}

interface MailDomainFieldsProps {
  opened: Rule | undefined;
  answer: { errors: Record<string, string>; typed: Record<string, string> } | undefined;
}

export function MailDomainFields({ opened, answer }: MailDomainFieldsProps) {
  const { errors = {}, typed } = answer ?? {};
  const stored: Record<string, string> = opened
    ? { domain: opened.domain, alias_of: opened.canonicalDomain === opened.domain ? "" : opened.canonicalDomain, tag: opened.tag ?? "", ...(opened.ignoresDots ? { ignores_dots: "yes" } : {}) }
    : {};
  const values = typed ?? stored;
  const words = (name: string) => ({ name, error: errors[name], value: values[name] ?? "" });
  return (
    <section aria-labelledby="rule">
      <h2 id="rule">{opened ? `Change the rule for ${opened.domain}` : "Add a rule"}</h2>
      <Form method="post" className="fields desk-form" noValidate>
        <ErrorSummary errors={answer?.errors} />
        <Field {...words("domain")} label="Domain" hint="The part after the @. One that has a rule already gets this one instead." autoCapitalize="off" spellCheck={false} />
        <Field
          {...words("alias_of")}
          label="Same mailboxes as"
          hint="Where the provider has several names for one mailbox, as googlemail.com and gmail.com. Dots and tags are then read as there."
          autoCapitalize="off"
          spellCheck={false}
          isOptional
        />
        <SelectField {...words("tag")} label="A tag begins with" isOptional>
          <option value="">No tags: all counts</option>
          <option value="+">+ as in ada+letters@</option>
          <option value="-">- as in ada-letters@</option>
        </SelectField>
        <Choice {...words("ignores_dots")} value="yes" defaultChecked={values.ignores_dots === "yes"} label="Dots before the @ do not count" />
        <p className="quiet">
          Addresses that are stored are then read anew. Where two signatures of one campaign turn out to have one mailbox, the later
          one waits as suspect until somebody has looked at it.
        </p>
        <div className="actions">
          <DeskButton busy="Saving…">Save the rule</DeskButton>
          {opened && <Link to={paths.mailDomains()}>Leave it as it is</Link>}
        </div>
      </Form>
    </section>
  );
}

interface Change {
  id: string;
  domain: string;
  lookedAt: number;
  changed: number;
  doubled: number;
  createdAt: Date;
  endedAt: Date | null;
}

/** What came of the newest changes: a rule reaches back. */
export function MailDomainChanges({ changes }: { changes: Change[] }) {
  if (changes.length === 0) return null;
  return (
    <section aria-labelledby="reread">
      <h2 id="reread">Read anew</h2>
      <ul className="ruled">
        {changes.map(({ id, domain, lookedAt, changed, doubled, createdAt, endedAt }) => (
          <li key={id}>
            <strong>{domain}</strong>, <Moment at={createdAt} />:{" "}
            {endedAt === null ? `under way, ${numberInWords(lookedAt)} signatures so far` : `${numberInWords(lookedAt)} signatures looked at`}
            , {numberInWords(changed)} addresses read otherwise, {numberInWords(doubled)} {doubled === 1 ? "signature" : "signatures"} found to be second ones
          </li>
        ))}
      </ul>
    </section>
  );
}
