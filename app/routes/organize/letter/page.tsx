import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LetterPage } from "#app/components/letter-page.tsx";
import { requireLetterLanguage } from "#app/http/language.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { campaignPage } from "#app/http/page-setting.ts";
import { paths } from "#app/http/paths.ts";
import { readLetterDraft } from "#app/letters/draft.server.ts";
import { englishName, INTERFACE_LANGUAGE } from "#app/letters/languages.ts";
import { may } from "#app/organizers/roles.ts";
import { drawLetterPage } from "#app/routes/letters/read-letter-page.server.ts";
import { fontLinks } from "#app/styles/preload.ts";

export const links = fontLinks;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Preview: ${data?.letterPage.letter.title ?? "letter"}` },
  { name: "robots", content: "noindex" },
];

/** The public page as it will be with the saved draft: no script, no desk, the same parts. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign, role } = await requireDesk(request, params.slug, "view");
  const language = requireLetterLanguage(params.language);
  const { text } = await readLetterDraft(campaign.id, language);
  const shown = await drawLetterPage(campaign, { ...text, datedOn: text.datedOn ?? "", language, number: 0 });
  const { canSign } = shown.campaign;
  return {
    letterPage: {
      ...shown,
      campaign: { ...shown.campaign, canSign: canSign || campaign.state === "draft" },
      languages: [...new Set([...shown.languages, language])],
    },
    back: may(role, "edit") ? paths.deskLetterIn(campaign.slug, language) : paths.deskLetter(campaign.slug),
    page: campaignPage(campaign, INTERFACE_LANGUAGE),
  };
}

export default function LetterPagePreview() {
  const { letterPage, back } = useLoaderData<typeof loader>();
  return (
    <>
      <aside className="sample-notice" aria-label="Preview">
        The {englishName(letterPage.letter.language)} draft as the public page will show it. Only the campaign’s organizers see this.{" "}
        <a href={back}>Back to the desk</a>
      </aside>
      <LetterPage {...letterPage} isPreview />
    </>
  );
}
