import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { listHistory } from "#app/audit/history.server.ts";
import { CAMPAIGN_STATES } from "#app/campaigns/states.ts";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { DeskHistory } from "#app/components/desk-history.tsx";
import { PressContacts, PressImages, PressQuotes } from "#app/components/press-material.tsx";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { may } from "#app/organizers/roles.ts";
import { readPress } from "#app/press/read.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Press page of ${data?.campaign.name ?? "a campaign"} · Desk` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign, role } = await requireDesk(request, params.slug, "view");
  const { id, slug, name, language, state, isSample } = campaign;
  return {
    campaign: { slug, name, language, isPublic: CAMPAIGN_STATES[state].isPublic },
    press: await readPress(id),
    history: await listHistory(id, [{ subject: "press page", ids: [id] }]),
    canEdit: may(role, "edit"),
    page: { language: "en", isSample },
  };
}

export default function Press() {
  const { campaign, press, history, canEdit } = useLoaderData<typeof loader>();
  const { slug, language } = campaign;
  return (
    <>
      <DeskHeading title="Press page" above={[{ title: campaign.name, path: paths.deskCampaign(slug) }]}>
        {campaign.isPublic && <a href={paths.press(slug)}>Public page</a>}
      </DeskHeading>
      <p>The facts on it (count, targets, demands, dates, answers) come from the campaign by themselves. Quotes, pictures and contacts are yours to add.</p>
      <Part title="Contacts" count={press.contacts.length} edit={canEdit && paths.deskPressContacts(slug)}>
        <PressContacts contacts={press.contacts} />
      </Part>
      <Part title="Quotes" count={press.quotes.length} edit={canEdit && paths.deskPressQuotes(slug)}>
        <PressQuotes quotes={press.quotes} language={language} />
      </Part>
      <Part title="Pictures" count={press.images.length} edit={canEdit && paths.deskPressImages(slug)}>
        <PressImages images={press.images} slug={slug} />
      </Part>
      <DeskHistory entries={history} />
    </>
  );
}

function Part({ title, count, edit, children }: { title: string; count: number; edit: string | false; children: ReactNode }) {
  return (
    <section className="desk-panel desk-press-part" aria-label={`${title} of the press page`}>
      <h2>
        {title} <span className="quiet number">{count}</span>
      </h2>
      {edit && (
        <p>
          <Link to={edit}>
            Add or remove<span className="unseen"> {title.toLowerCase()}</span>
          </Link>
        </p>
      )}
      {children}
    </section>
  );
}
