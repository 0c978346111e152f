import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireCampaign } from "#app/http/guards.server.ts";
import { FOREVER } from "#app/http/security-headers.ts";
import { proveGrowth, proveInclusion } from "#app/register/prove.server.ts";
import { POSITION_MAX } from "#app/register/read-json.ts";

const number = z.string().regex(/^\d{1,10}$/).transform(Number).pipe(z.number().max(POSITION_MAX));
const Inclusion = z.object({ position: number, size: number });
const Growth = z.object({ first: number, second: number });

/** `?position=…&size=…`: that an entry is in the register. `?first=…&second=…`: that it only grew. A proof holds for ever. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const campaign = await requireCampaign(params.slug);
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const [inclusion, growth] = [Inclusion.safeParse(asked), Growth.safeParse(asked)];
  if (!inclusion.success && !growth.success) return Response.json({ error: "Ask by position and size, or by first and second." }, { status: 400 });
  const proof = inclusion.success ? await proveInclusion(campaign.id, inclusion.data) : growth.data && (await proveGrowth(campaign.id, growth.data));
  if (!proof) return Response.json({ error: "The register has never had that size." }, { status: 404 });
  return Response.json(proof, { headers: { "Cache-Control": FOREVER } });
}
