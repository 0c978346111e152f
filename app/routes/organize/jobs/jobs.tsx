import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { JobProgress } from "#app/components/job-progress.tsx";
import { Moment } from "#app/components/moment.tsx";
import { useLookAgain } from "#app/components/use-look-again.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { listJobs } from "#app/jobs/find.server.ts";
import { JOB_STATES } from "#app/jobs/job-words.ts";

const PAGE = 50;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Jobs of ${data?.campaign.name ?? "a campaign"} · Desk` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign } = await requireDesk(request, params.slug, "view");
  const before = z.uuid().optional().catch(undefined).parse(new URL(request.url).searchParams.get("before") ?? undefined);
  const rows = await listJobs(campaign.id, { limit: PAGE + 1, before });
  return {
    campaign: { slug: campaign.slug, name: campaign.name },
    jobs: rows.slice(0, PAGE).map(({ id, title, state, done, total, startedAt, askedBy, createdAt }) => ({
      id, title, state, done, total, startedAt, askedBy, createdAt,
    })),
    hasOlder: rows.length > PAGE,
    now: new Date(),
  };
}

export default function Jobs() {
  const { campaign, jobs, hasOlder, now } = useLoaderData<typeof loader>();
  const last = jobs.at(-1);
  useLookAgain(jobs.some(({ state }) => JOB_STATES[state].isOpen));
  return (
    <>
      <DeskHeading title="Jobs" above={[{ title: campaign.name, path: paths.deskCampaign(campaign.slug) }]}>
        <p className="quiet">Long work, such as an export or a removal. It goes on when you leave the page, and after a restart.</p>
      </DeskHeading>
      {jobs.length === 0 ? (
        <p>No long work has been asked for yet. Choose rows in a list, such as the signatures, and what you do with them becomes a job here.</p>
      ) : (
        <table className="desk-table desk-table-stacking">
          <thead>
            <tr>
              <th scope="col">Job</th>
              <th scope="col">Progress</th>
              <th scope="col">Asked for by</th>
              <th scope="col">On</th>
            </tr>
          </thead>
          <tbody>
            {jobs.map((job) => (
              <tr key={job.id}>
                <th scope="row">
                  <Link to={paths.deskJob(campaign.slug, job.id)}>{job.title}</Link>
                </th>
                <td data-label="Progress">
                  <JobProgress {...job} now={now} />
                </td>
                <td data-label="Asked for by">{job.askedBy}</td>
                <td data-label="On">
                  <Moment at={job.createdAt} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {hasOlder && last && (
        <p>
          <Link to={paths.deskJobs(campaign.slug, last.id)}>Older jobs</Link>
        </p>
      )}
    </>
  );
}
