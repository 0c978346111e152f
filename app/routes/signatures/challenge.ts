import type { LoaderFunctionArgs } from "@remix-run/node";
import { findOpenLetter } from "#app/letters/open-letter.server.ts";
import { newChallenge } from "#app/signatures/proof/challenge.server.ts";

/** For the browser of whoever begins to fill in the form; none where the campaign does not ask for proof. */
export async function loader({ params }: LoaderFunctionArgs) {
  const headers = { "Cache-Control": "no-store" };
  const open = await findOpenLetter(params.slug ?? "");
  if (!open?.campaign.asksForProof) return Response.json({ error: "Nothing is asked here." }, { status: 404, headers });
  return Response.json(await newChallenge(open.campaign.id), { headers });
}
