import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { v7 } from "uuid";
import { JOB_KINDS } from "#app/clock/job-kinds.server.ts";
import { DeskButton } from "#app/components/desk-button.tsx";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { JobProgress } from "#app/components/job-progress.tsx";
import { Moment } from "#app/components/moment.tsx";
import { useLookAgain } from "#app/components/use-look-again.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { cancelJob } from "#app/jobs/cancel.server.ts";
import { FILE_DAYS } from "#app/jobs/file.server.ts";
import { findJob } from "#app/jobs/find.server.ts";
import { JOB_STATES } from "#app/jobs/job-words.ts";
import { may } from "#app/organizers/roles.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.job.title ?? "Job"} · Desk` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign, role } = await requireDesk(request, params.slug, "view");
  const job = await findJob(campaign.id, params.job ?? "");
  if (!job) throw new Response(null, { status: 404 });
  const { kind, id, title, state, done, total, startedAt, endedAt, askedBy, createdAt, error, notes, hasFile, undoId } = job;
  return {
    campaign: { slug: campaign.slug, name: campaign.name },
    job: { id, title, state, done, total, startedAt, endedAt, askedBy, createdAt, error, notes, undoId },
    result: Object.entries(job.result ?? {}).map(([name, value]) => ({ name, value: String(value) })),
    canCancel: JOB_STATES[state].isOpen && may(role, "moderate"),
    canFetch: hasFile && may(role, "export"),
    canUndo: JOB_KINDS[kind]?.undoneBy !== undefined && !JOB_STATES[state].isOpen && done > 0 && undoId === null && may(role, "moderate"),
    fileDays: FILE_DAYS,
    newId: v7(),
    now: new Date(),
  };
}

/** Cancels it. Pressed twice, or after its end, it stays as it is. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { campaign, organizer } = await requireDesk(request, params.slug, "moderate");
  const job = await findJob(campaign.id, params.job ?? "");
  if (!job) throw new Response(null, { status: 404 });
  await cancelJob({ campaignId: campaign.id, jobId: job.id, by: organizer.id });
  return redirect(paths.deskJob(campaign.slug, job.id), 303);
}

export default function JobPage() {
  const { campaign, job, result, canCancel, canFetch, canUndo, fileDays, newId, now } = useLoaderData<typeof loader>();
  const { isOpen } = JOB_STATES[job.state];
  useLookAgain(isOpen);
  return (
    <>
      <DeskHeading
        title={job.title}
        above={[
          { title: campaign.name, path: paths.deskCampaign(campaign.slug) },
          { title: "Jobs", path: paths.deskJobs(campaign.slug) },
        ]}
      >
        <span className="quiet">
          Asked for by {job.askedBy} on <Moment at={job.createdAt} />
        </span>
      </DeskHeading>
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
            You may leave this page. <Link to={paths.deskJob(campaign.slug, job.id)}>Look again</Link>
          </p>
        )}
        {result.length > 0 && (
          <dl className="desk-facts">
            {result.map(({ name, value }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd className="number">{value}</dd>
              </div>
            ))}
          </dl>
        )}
        <div className="actions">
          {canFetch && (
            <Form method="post" action={paths.deskJobFile(campaign.slug, job.id)} reloadDocument>
              <button className="button">Download the file</button>
            </Form>
          )}
          {canCancel && (
            <Form method="post">
              <DeskButton isQuiet busy="Cancelling…">
                Cancel
              </DeskButton>
            </Form>
          )}
          {canUndo && (
            <Form method="post" action={paths.deskJobUndo(campaign.slug, job.id)}>
              <input type="hidden" name="id" value={newId} />
              <DeskButton isQuiet busy="Undoing…" action={paths.deskJobUndo(campaign.slug, job.id)}>
                Undo
              </DeskButton>
            </Form>
          )}
        </div>
        {canFetch && <p className="quiet">The file is kept for {fileDays} days. Fetching it stands in the log.</p>}
        {job.undoId && (
          <p>
            It is taken back by <Link to={paths.deskJob(campaign.slug, job.undoId)}>a job of its own</Link>.
          </p>
        )}
      </section>
      <section aria-labelledby="notes">
        <h2 id="notes">Its log</h2>
        {job.notes.length === 0 ? (
          <p className="quiet">Nothing was worth a note.</p>
        ) : (
          <ol className="ruled">
            {job.notes.map(({ text, at }) => (
              <li key={`${at.toISOString()} ${text}`}>
                <Moment at={at} /> <br />
                {text}
              </li>
            ))}
          </ol>
        )}
      </section>
    </>
  );
}
