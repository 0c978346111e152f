import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { v7 } from "uuid";
import { z } from "zod";
import { JOB_KINDS } from "#app/clock/job-kinds.server.ts";
import { readFields } from "#app/http/form.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { notAllowed, notFound } from "#app/http/closed-doors.ts";
import { findJob } from "#app/jobs/find.server.ts";
import { undoJob } from "#app/jobs/undo.server.ts";
import { mayEnd } from "./may-end.server.ts";

/** Somebody opened the address of the form: its page is the job's. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign } = await requireDesk(request, params.slug, "view");
  return redirect(paths.deskJob(campaign.slug, params.job ?? ""));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { campaign, organizer, role } = await requireDesk(request, params.slug, "moderate");
  const job = await findJob(campaign.id, params.job ?? "");
  if (!job) throw notFound();
  if (!mayEnd(job.kind, role)) throw notAllowed();
  const id = z.uuid().catch(() => v7()).parse((await readFields(request)).get("id"));
  const undone = await undoJob(JOB_KINDS, { id, campaignId: campaign.id, jobId: job.id, by: organizer.id });
  return redirect(paths.deskJob(campaign.slug, undone.outcome === "asked" ? undone.undoId : job.id), 303);
}
