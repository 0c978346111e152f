import type { LoaderFunctionArgs } from "@remix-run/node";
import { absolute } from "#app/http/absolute-urls.server.ts";
import { paths } from "#app/http/paths.ts";
import { readRegister } from "./read-register.server.ts";

/** The newest state, those that closed the last days, and where the rest is. See docs/verify.md. */
export async function loader({ params }: LoaderFunctionArgs) {
  const { campaign, head, days, keys, pages, pageSize } = await readRegister(params.slug);
  const { slug, name } = campaign;
  return Response.json({
    format: "countersign register 1",
    campaign: { id: campaign.id, name, letter: absolute(paths.letter(slug)) },
    keys,
    head: head ?? null,
    days,
    entries: { pages, pageSize, first: absolute(paths.registerEntries(slug, 0)) },
    proof: absolute(paths.registerProof(slug)),
  });
}
