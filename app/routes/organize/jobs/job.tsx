import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { v7 } from "uuid";
import { listHistory } from "#app/audit/history.server.ts";
import { JOB_KINDS } from "#app/clock/job-kinds.server.ts";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { DeskHistory } from "#app/components/desk-history.tsx";
import { JobPanel } from "#app/components/job-panel.tsx";
import { Moment } from "#app/components/moment.tsx";
import { useLookAgain } from "#app/components/use-look-again.ts";
import { numberInWords } from "#app/components/number-words.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { notAllowed, notFound } from "#app/http/closed-doors.ts";
import { cancelJob } from "#app/jobs/cancel.server.ts";
import { FILE_DAYS } from "#app/jobs/file.server.ts";
import { findJob, type Job } from "#app/jobs/find.server.ts";
import { JOB_STATES } from "#app/jobs/job-words.ts";
import { may, type Role } from "#app/organizers/roles.ts";
import { mayEnd } from "./may-end.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.job.title ?? "Job"} · Desk` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign, role } = await requireDesk(request, params.slug, "view");
  const job = await findJob(campaign.id, params.job ?? "");
  if (!job) throw notFound();
  return {
    campaign: { slug: campaign.slug, name: campaign.name },
    job: shown(job),
    rights: rightsOver(job, role),
    // The log tells of the job when somebody asks for it, and of what it did by the name of what was done.
    history: await listHistory(campaign.id, [{ subject: "job", ids: [job.id] }, { subject: "list", ids: [job.id] }, { subject: "signatures", ids: [job.id] }]),
    fileDays: FILE_DAYS,
    newId: v7(),
    now: new Date(),
  };
}

function shown({ id, title, state, done, total, startedAt, endedAt, askedBy, createdAt, error, notes, undoId, result }: Job) {
  const results = Object.entries(result ?? {}).map(([name, value]) => ({ name, value: typeof value === "number" ? numberInWords(value) : String(value) }));
  return { id, title, state, done, total, startedAt, endedAt, askedBy, createdAt, error, notes, undoId, result: results };
}

function rightsOver({ kind, state, done, hasFile, undoId }: Job, role: Role) {
  const { isOpen } = JOB_STATES[state];
  const canBeUndone = JOB_KINDS[kind]?.undoneBy !== undefined && !isOpen && done > 0 && undoId === null;
  return { canCancel: isOpen && mayEnd(kind, role), canFetch: hasFile && may(role, "export"), canUndo: canBeUndone && mayEnd(kind, role) };
}

/** Cancels it. Pressed twice, or after its end, it stays as it is. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { campaign, organizer, role } = await requireDesk(request, params.slug, "moderate");
  const job = await findJob(campaign.id, params.job ?? "");
  if (!job) throw notFound();
  if (!mayEnd(job.kind, role)) throw notAllowed();
  await cancelJob({ campaignId: campaign.id, jobId: job.id, by: organizer.id });
  return redirect(paths.deskJob(campaign.slug, job.id), 303);
}

export default function JobPage() {
  const { campaign, job, history, ...rest } = useLoaderData<typeof loader>();
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
      <JobPanel slug={campaign.slug} job={job} isOpen={isOpen} {...rest} />
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
      <DeskHistory entries={history} />
    </>
  );
}
