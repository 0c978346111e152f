import { Form, Link } from "@remix-run/react";
import { paths } from "#app/http/paths.ts";
import { JOB_STATES, type JobState } from "#app/jobs/job-words.ts";
import { ImportFaults, type ListedFault } from "./import-faults.tsx";
import { JobProgress } from "./job-progress.tsx";
import { numberInWords } from "./number-words.ts";

interface ImportCheckProps {
  slug: string;
  importId: string;
  check: {
    id: string;
    state: JobState;
    done: number;
    total: number | null;
    startedAt: Date | null;
    error: string | null;
    result: Record<string, string | number> | undefined;
  };
  faults: ListedFault[];
  canEnter: boolean;
  now: Date;
}

/** What the dry run found, and the way on. */
export function ImportCheck({ slug, importId, check, faults, canEnter, now }: ImportCheckProps) {
  const { result } = check;
  const isWhole = result?.["Read to its end"] === "yes";
  const count = Number(result?.["To be added"] ?? 0);
  return (
    <section className="desk-panel" aria-labelledby="dry-run">
      <h2 id="dry-run">Dry run</h2>
      {check.state !== "done" && <JobProgress title="Dry run" {...check} now={now} />}
      {check.error && <p className="notice notice-bad">{check.error}</p>}
      {JOB_STATES[check.state].isOpen && (
        <p className="quiet">
          You may leave this page. <Link to={paths.deskImport(slug, importId)}>Look again</Link>
        </p>
      )}
      {result && (
        <dl className="desk-facts">
          {Object.entries(result).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="number">{typeof value === "number" ? numberInWords(value) : value}</dd>
            </div>
          ))}
        </dl>
      )}
      {result && !isWhole && <p className="notice notice-bad">The file cannot be read to its end, so it cannot be imported. Mend it where the last fault is, and send it again.</p>}
      {faults.length > 0 && (
        <>
          <ImportFaults faults={faults} />
          <div className="actions">
            <Link to={paths.deskImportFaults(slug, importId)}>All faults</Link>
            {check.state === "done" && (
              <Form method="post" action={paths.deskJobFile(slug, check.id)} reloadDocument>
                <button className="button button-quiet">Download them as CSV</button>
              </Form>
            )}
          </div>
        </>
      )}
      {isWhole && canEnter && (
        <p>
          {count === 0 ? (
            "There is nothing to import."
          ) : (
            <Link className="button" to={paths.deskImportEntry(slug, importId)}>
              Go on with {count === 1 ? "1 signature" : `${numberInWords(count)} signatures`}…
            </Link>
          )}
        </p>
      )}
    </section>
  );
}
