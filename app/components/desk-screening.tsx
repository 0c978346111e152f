import { Form, Link } from "@remix-run/react";
import { LIMIT_NAMES, LIMIT_WORDS } from "#app/desk/screening/limits-form.ts";
import type { RuleRow } from "#app/desk/screening/rules.server.ts";
import type { readToday } from "#app/desk/watching/read.server.ts";
import type { Finding } from "#app/desk/watching/read.server.ts";
import { paths } from "#app/http/paths.ts";
import type { Limits } from "#app/signatures/screening/limits.ts";
import { DeskButton } from "./desk-button.tsx";
import { Moment } from "./moment.tsx";
import { numberInWords } from "./number-words.ts";

/** What stood out, each with the way to look at it and, for who may, to block it. */
export function ScreeningFindings({ slug, findings, canEdit }: { slug: string; findings: (Finding & { query: string })[]; canEdit: boolean }) {
  if (findings.length === 0) return <p>Nothing stands out.</p>;
  return (
    <ul className="ruled">
      {findings.map(({ id, kind, value, signings, ofSignings, since, query }) => (
        <li key={id} className="desk-finding">
          <Link to={`${paths.deskSignatures(slug)}?${query}`}>
            {kind} <bdi className="desk-address">{value}</bdi>
          </Link>
          <span className="number">
            {numberInWords(signings)} of {numberInWords(ofSignings)} signings within an hour
          </span>{" "}
          <span className="quiet">
            since <Moment at={since} />
          </span>
          {canEdit && kind !== "name" && (
            <Link to={`${paths.deskScreeningRules(slug)}?${new URLSearchParams({ kind, value }).toString()}`}>
              Block it<span className="unseen">: {value}</span>
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}

export function ScreeningToday({ slug, today }: { slug: string; today: Awaited<ReturnType<typeof readToday>> }) {
  return (
    <>
      <p className="number">
        {numberInWords(today.signings)} signings looked at since midnight (UTC); {numberInWords(today.heldBack)} new signatures held back{today.reasons.length > 1 && ", each for one reason or more"}.{" "}
        {today.heldBack > 0 && <Link to={`${paths.deskSignatures(slug)}?state=suspect`}>Look at the suspects</Link>}
      </p>
      {today.reasons.length > 0 && (
        <dl className="desk-facts desk-reasons">
          {today.reasons.map(({ name, words, count }) => (
            <div key={name}>
              <dt>{words}</dt>
              <dd className="number">
                <Link to={`${paths.deskSignatures(slug)}?${new URLSearchParams({ state: "suspect", why: name }).toString()}`}>{numberInWords(count)}</Link>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

export function ScreeningLimits({ limits }: { limits: Limits }) {
  return (
    <dl className="desk-facts desk-reasons">
      {LIMIT_NAMES.map((name) => (
        <div key={name}>
          <dt>{LIMIT_WORDS[name].title}</dt>
          <dd className="number">
            {numberInWords(limits[name].signings)} in {numberInWords(limits[name].seconds)} seconds
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** On or off, with what signers will see. */
export function ScreeningProof({ slug, isOn, canEdit }: { slug: string; isOn: boolean; canEdit: boolean }) {
  return (
    <>
      <p>
        <strong>{isOn ? "On." : "Off."}</strong> With it, a signer’s browser works for a second or two before the letter is signed; without scripts, the signer answers a short
        question. People hardly notice; a botnet pays for every signing. Switch it on under attack, and off again afterwards.
      </p>
      {canEdit && (
        <Form method="post" action={paths.deskProof(slug)}>
          <DeskButton isQuiet busy="Switching…" action={paths.deskProof(slug)} name="proof" value={isOn ? "off" : "on"}>
            {isOn ? "Switch it off" : "Switch it on"}
          </DeskButton>
        </Form>
      )}
    </>
  );
}

export function ScreeningRules({ rules }: { rules: RuleRow[] }) {
  if (rules.length === 0) return <p>Nothing is blocked or allowed by hand.</p>;
  return (
    <ul className="ruled">
      {rules.map((rule) => (
        <li key={rule.id}>
          <RuleInWords rule={rule} />
        </li>
      ))}
    </ul>
  );
}

export function RuleInWords({ rule: { verdict, kind, value, note, by, at } }: { rule: RuleRow }) {
  return (
    <>
      <p>
        <strong>{verdict === "block" ? "Blocked" : "Allowed"}</strong> {kind} <bdi className="desk-address">{value}</bdi>
      </p>
      {note && <p dir="auto">{note}</p>}
      <p className="quiet">
        {by ?? "Somebody who has left"}, <Moment at={at} />
      </p>
    </>
  );
}
