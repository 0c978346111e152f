import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { organisationName } from "#app/campaigns/co-signer-form.ts";
import { approveCoSignRequest, declineCoSignRequest } from "#app/coalition/decide.server.ts";
import { allowDownload, givePartnerLink, listCoSignRequests, listPartners, renewPartnerPage } from "#app/coalition/desk-partners.server.ts";
import { DeskCoalition } from "#app/components/desk-coalition.tsx";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { absolute, coalitionUrls } from "#app/http/absolute-urls.server.ts";
import { checkFields, readFields, refill } from "#app/http/form.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";

const DecisionForm = z.object({ id: z.guid("Choose an organisation."), does: z.enum(["approve", "decline", "link", "renew", "allow"], "Say what is to be done.") });

const NAME_TAKEN = "An organisation of this name has signed already. Write it another way, or remove the other one first, in the set-up.";
const GONE = "That has been decided, or taken back, meanwhile.";

export const meta: MetaFunction = () => [{ title: "Coalition · Desk" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign } = await requireDesk(request, params.slug, "edit");
  const { id, slug, name, isSample } = campaign;
  const [requests, partners] = await Promise.all([listCoSignRequests(id), listPartners(id)]);
  return {
    campaign: { slug, name },
    requests,
    partners: partners.map(({ partner, ...rest }) => ({ ...rest, url: partner && absolute(paths.letterWith(slug, partner)) })),
    formUrl: absolute(paths.coSign(slug)),
    page: { language: "en", isSample },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { campaign, organizer } = await requireDesk(request, params.slug, "edit");
  const fields = await readFields(request);
  const form = checkFields(fields, DecisionForm);
  if (!form.ok) return refill(form);
  const { id, does } = form.values;
  const by = { campaign, by: organizer.id };
  if (does === "approve") {
    const field = `name-${id}`;
    const name = organisationName.safeParse(fields.get(field) ?? undefined);
    if (!name.success) return refill({ errors: { [field]: name.error.issues[0]?.message ?? "Enter the organisation’s name." }, typed: form.typed });
    const approved = await approveCoSignRequest({ ...by, requestId: id, name: name.data, urls: coalitionUrls });
    if (approved.outcome === "name taken") return refill({ errors: { [field]: NAME_TAKEN }, typed: form.typed }, 409);
    if (approved.outcome === "gone") return refill({ errors: { requests: GONE }, typed: {} }, 409);
  }
  if (does === "decline") {
    const declined = await declineCoSignRequest({ ...by, requestId: id });
    if (declined.outcome === "gone") return refill({ errors: { requests: GONE }, typed: {} }, 409);
  }
  if (does === "link") await givePartnerLink({ ...by, coSignerId: id });
  if (does === "renew") await renewPartnerPage({ ...by, coSignerId: id, urls: coalitionUrls });
  if (does === "allow") await allowDownload({ ...by, coSignerId: id });
  return redirect(paths.deskCoalition(campaign.slug), 303);
}

export default function Coalition() {
  const { campaign, requests, partners, formUrl } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <DeskHeading title="Coalition" above={[{ title: campaign.name, path: paths.deskCampaign(campaign.slug) }]} />
      <ErrorSummary errors={answer?.errors} />
      <DeskCoalition requests={requests} partners={partners} formUrl={formUrl} refill={answer} />
    </>
  );
}
