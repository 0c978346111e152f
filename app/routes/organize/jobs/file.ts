import { type ActionFunctionArgs, createReadableStreamFromReadable, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Readable } from "node:stream";
import { JOB_KINDS } from "#app/clock/job-kinds.server.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { notFound } from "#app/http/closed-doors.ts";
import { requireRecentProof } from "#app/http/recent-proof.server.ts";
import { openJobFile } from "#app/jobs/file.server.ts";
import { findJob } from "#app/jobs/find.server.ts";

/** Fetching a file stands in the log, and so it is a form's doing: whoever opens its address sees the job. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign } = await requireDesk(request, params.slug, "view");
  return redirect(paths.deskJob(campaign.slug, params.job ?? ""));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { campaign, organizer } = await requireDesk(request, params.slug, "export");
  await requireRecentProof(request, organizer);
  const job = await findJob(campaign.id, params.job ?? "");
  const file = job && JOB_KINDS[job.kind]?.file;
  const pieces = job && (await openJobFile({ campaignId: campaign.id, jobId: job.id, by: organizer.id }));
  if (!file || !pieces) throw notFound();
  const name = `${campaign.slug}-${file.name}`;
  return new Response(createReadableStreamFromReadable(Readable.from(pieces)), {
    headers: { "Content-Type": file.mediaType, "Content-Disposition": `attachment; filename="${name}"` },
  });
}
