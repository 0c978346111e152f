import { type Finding, verdict } from "#app/register/finding.ts";

/** What came of a check, each thing in words. The script of the page prints the same: app/scripts/verify.ts. */
export function Findings({ findings }: { findings: readonly Finding[] }) {
  const { holds, title } = verdict(findings);
  return (
    <section data-findings className={holds ? "notice" : "notice notice-bad"} aria-live="polite">
      <h2>{title}</h2>
      <ul className="findings">
        {findings.map(({ fits, sentence }) => (
          <li key={sentence} className={fits ? "finding-fits" : "finding-fails"}>
            <strong>{fits ? "Fits." : "Does not fit."}</strong> {sentence}
          </li>
        ))}
      </ul>
    </section>
  );
}
