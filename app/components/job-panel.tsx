import { Form, Link } from "@remix-run/react";
import { paths } from "#app/http/paths.ts";
import type { JobState } from "#app/jobs/job-words.ts";
import { DeskButton } from "./desk-button.tsx";
import { JobProgress } from "./job-progress.tsx";
import { Moment } from "./moment.tsx";

interface JobPanelProps {
  slug: string;
  job: {
    id: string;
    title: string;
    state: JobState;
    done: number;
    total: number | null;
    startedAt: Date | null;
    endedAt: Date | null;
    error: string | null;
    /** The job that takes it back, once one was asked for. */
    undoId: string | null;
    result: { name: string; value: string }[];
  };
  isOpen: boolean;
  rights: { canCancel: boolean; canFetch: boolean; canUndo: boolean };
  fileDays: number;
  newId: string;
  now: Date;
}

/** How far a job is, what came of it, and what can still be done about it. */
export function JobPanel({ slug, job, isOpen, rights, fileDays, newId, now }: JobPanelProps) {
  return (
    <section className="desk-panel" aria-label="State">
      <JobProgress {...job} now={now} />
      {job.error && <p className="notice notice-bad">{job.error}</p>}
      {job.endedAt && (
        <p className="quiet">
          Ended on <Moment at={job.endedAt} />.
        </p>
      )}
      {isOpen && (
        <p className="quiet">
          You may leave this page. <Link to={paths.deskJob(slug, job.id)}>Look again</Link>
        </p>
      )}
      {job.result.length > 0 && (
        <dl className="desk-facts">
          {job.result.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="number">{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <Ways slug={slug} jobId={job.id} rights={rights} newId={newId} />
      {rights.canFetch && <p className="quiet">The file is kept for {fileDays} days. Fetching it stands in the log.</p>}
      {job.undoId && (
        <p>
          It is taken back by <Link to={paths.deskJob(slug, job.undoId)}>a job of its own</Link>.
        </p>
      )}
    </section>
  );
}

function Ways({ slug, jobId, rights, newId }: Pick<JobPanelProps, "slug" | "rights" | "newId"> & { jobId: string }) {
  const undo = paths.deskJobUndo(slug, jobId);
  return (
    <div className="actions">
      {rights.canFetch && (
        <Form method="post" action={paths.deskJobFile(slug, jobId)} reloadDocument>
          <button className="button">Download the file</button>
        </Form>
      )}
      {rights.canCancel && (
        <Form method="post">
          <DeskButton isQuiet busy="Cancelling…">
            Cancel
          </DeskButton>
        </Form>
      )}
      {rights.canUndo && (
        <Form method="post" action={undo}>
          <input type="hidden" name="id" value={newId} />
          <DeskButton isQuiet busy="Undoing…" action={undo}>
            Undo
          </DeskButton>
        </Form>
      )}
    </div>
  );
}
