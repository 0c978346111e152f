import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { DeskLinks } from "#app/components/desk-links.tsx";
import { readNumbers } from "#app/desk/numbers/numbers.server.ts";
import { absolute } from "#app/http/absolute-urls.server.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { cleanSource, sourceFromName } from "#app/signatures/source.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Links to share · ${data?.campaign.name ?? "Campaign"} · Desk` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign } = await requireDesk(request, params.slug, "view");
  const { slug, name, isSample, state } = campaign;
  const typed = new URL(request.url).searchParams.get("name") ?? "";
  const source = sourceFromName(typed);
  const { sources } = await readNumbers(campaign.id);
  return {
    campaign: { slug, name, isPublic: state !== "draft" },
    typed,
    link: source && absolute(paths.letterFrom(slug, source)),
    known: sources.filter(({ value }) => cleanSource(value)).map(({ value, created }) => ({ source: value, created, url: absolute(paths.letterFrom(slug, value)) })),
    page: { language: "en", isSample },
  };
}

export default function Links() {
  const { campaign, ...links } = useLoaderData<typeof loader>();
  return (
    <>
      <DeskHeading title="Links to share" above={[{ title: campaign.name, path: paths.deskCampaign(campaign.slug) }]} />
      <p>
        A link that bears a name tells you who came by it: the letter is the same, and each signature keeps the name of the first link. It says
        nothing about the person.
      </p>
      {!campaign.isPublic && <p className="notice">The campaign is a draft: its links open once it does.</p>}
      <DeskLinks {...links} />
    </>
  );
}
