import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { notFound } from "#app/http/closed-doors.ts";
import { requireCampaign } from "#app/http/guards.server.ts";
import { FOREVER } from "#app/http/security-headers.ts";
import { readEntries } from "#app/register/entries.server.ts";

const Page = z.string().regex(/^(0|[1-9]\d{0,5})$/).transform(Number);

/** One page of the register as CSV. A full one never changes, so that anybody between here and the reader may keep it. */
export async function loader({ params }: LoaderFunctionArgs) {
  const page = Page.safeParse(params.page);
  const campaign = await requireCampaign(params.slug);
  const found = page.success ? await readEntries(campaign.id, page.data) : undefined;
  if (!found) throw notFound();
  const lines = found.entries.map(({ position, kind, hour, value }) => `${position},${kind},${hour},${value}\r\n`);
  return new Response(`position,kind,hour,value\r\n${lines.join("")}`, {
    headers: { "Content-Type": "text/csv; charset=utf-8", "Cache-Control": found.isFull ? FOREVER : "public, max-age=10" },
  });
}
