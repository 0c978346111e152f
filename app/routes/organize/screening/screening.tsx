import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { type HistoryEntry, listHistory } from "#app/audit/history.server.ts";
import { ChartMinutes } from "#app/components/chart-minutes.tsx";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { DeskHistory } from "#app/components/desk-history.tsx";
import { ScreeningFindings, ScreeningLimits, ScreeningProof, ScreeningRules, ScreeningToday } from "#app/components/desk-screening.tsx";
import { Saved } from "#app/components/set-up-form.tsx";
import { areDefaults, LIMITS_TITLE } from "#app/desk/screening/limits-form.ts";
import { readCampaignLimits } from "#app/desk/screening/limits.server.ts";
import { listRules } from "#app/desk/screening/rules.server.ts";
import { findingQuery, listFindings, readMinutes, readToday } from "#app/desk/watching/read.server.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { may } from "#app/organizers/roles.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Screening · ${data?.campaign.name ?? "Campaign"} · Desk` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign, role } = await requireDesk(request, params.slug, "view");
  const { id, slug, name, asksForProof, isSample } = campaign;
  const [minutes, today, findings, { limits }, rules, history] = await Promise.all([
    readMinutes(id), readToday(id), listFindings(id), readCampaignLimits(id), listRules(id), listHistory(id, [{ subject: "screening rule", ids: [id] }, { subject: "settings", ids: [id] }]),
  ]);
  return {
    campaign: { slug, name, asksForProof },
    minutes, today, limits, isAsShipped: areDefaults(limits), rules, history: history.filter(isOfScreening),
    findings: findings.map((finding) => ({ ...finding, query: findingQuery(finding) })),
    canEdit: may(role, "edit"),
    page: { language: "en", isSample },
  };
}

/** Of the campaign's settings only those that stand on this page. */
function isOfScreening({ subject, title, after }: HistoryEntry) {
  return subject !== "settings" || title === LIMITS_TITLE || "asksForProof" in (after ?? {});
}

/** How signings are looked at, what that found today, and what to turn when somebody attacks. */
export default function Screening() {
  const { campaign, minutes, today, findings, limits, isAsShipped, rules, history, canEdit } = useLoaderData<typeof loader>();
  const { slug, name, asksForProof } = campaign;
  const isQuiet = minutes.every(({ signings }) => signings === 0);
  return (
    <>
      <DeskHeading title="Screening" above={[{ title: name, path: paths.deskCampaign(slug) }]}>
        <p className="quiet">Each signing is looked at after its answer, which is the same for all. What is suspect waits for you, gets no mail and does not count.</p>
      </DeskHeading>
      <Saved />
      <Part title="Unusual now">
        <ScreeningFindings slug={slug} findings={findings} canEdit={canEdit} />
      </Part>
      {isQuiet ? <p>Nobody has signed in the last hour.</p> : <ChartMinutes minutes={minutes} />}
      <Part title="Held back today">
        <ScreeningToday slug={slug} today={today} />
      </Part>
      <div className="desk-columns">
        <Part title="Limits" edit={canEdit && { path: paths.deskLimits(slug), words: "Change the limits" }}>
          <ScreeningLimits limits={limits} />
          <p className="quiet">{isAsShipped ? "As Countersign ships them." : "Changed by your team."} Who signs more often than this is suspect.</p>
        </Part>
        <Part title="Proof of work">
          <ScreeningProof slug={slug} isOn={asksForProof} canEdit={canEdit} />
        </Part>
      </div>
      <Part title="Blocked and allowed" edit={canEdit && { path: paths.deskScreeningRules(slug), words: "Add or remove" }}>
        <ScreeningRules rules={rules} />
      </Part>
      <DeskHistory entries={history} />
    </>
  );
}

function Part({ title, edit = false, children }: { title: string; edit?: { path: string; words: string } | false; children: ReactNode }) {
  return (
    <section className="desk-panel" aria-label={title}>
      <h2>{title}</h2>
      {children}
      {edit && (
        <p>
          <Link to={edit.path}>{edit.words}</Link>
        </p>
      )}
    </section>
  );
}
