import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { findCampaign } from "#app/campaigns/find.server.ts";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { Field } from "#app/components/field.tsx";
import { Page } from "#app/components/page.tsx";
import { signerUrls } from "#app/http/absolute-urls.server.ts";
import { inEqualTime } from "#app/http/equal-time.ts";
import { readForm, refill } from "#app/http/form.ts";
import { notFound } from "#app/http/closed-doors.ts";
import { askForMe } from "#app/signatures/ask-for-me.server.ts";
import { campaignPage } from "#app/http/page-setting.ts";
import { emailField } from "#app/signatures/sign-form.ts";

const ANSWER_MS = 50;

const AskForm = z.object({ email: emailField });

export const meta: MetaFunction = () => [{ title: "Your page" }, { name: "robots", content: "noindex" }];

export async function loader({ params }: LoaderFunctionArgs) {
  const campaign = await requireCampaign(params.slug);
  const { slug, name, privacyContact } = campaign;
  return { campaign: { slug, name, privacyContact }, page: campaignPage(campaign, "en") };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const campaign = await requireCampaign(params.slug);
  const form = await readForm(request, AskForm);
  if (!form.ok) return refill(form);
  await inEqualTime(ANSWER_MS, askForMe({ campaign, email: form.values.email, urls: signerUrls }));
  return data({ askedFor: form.values.email });
}

export default function AskForMe() {
  const { campaign } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer && "askedFor" in answer) return <Asked campaign={campaign} email={answer.askedFor} />;
  return (
    <Page campaign={campaign}>
      <h1>Your page</h1>
      <p className="lead">See what you signed and wrote, and withdraw it if you wish. We mail you the link.</p>
      <ErrorSummary errors={answer?.errors} />
      <Form method="post" className="fields" noValidate>
        <Field
          name="email"
          type="email"
          label="The e-mail address you signed with"
          autoComplete="email"
          error={answer?.errors["email"]}
          value={answer?.typed["email"]}
        />
        <p>
          <button className="button" type="submit">
            Mail me the link
          </button>
        </p>
      </Form>
    </Page>
  );
}

function Asked({ campaign, email }: { campaign: { slug: string; privacyContact: string }; email: string }) {
  return (
    <Page campaign={campaign}>
      <h1>Look into your inbox</h1>
      <p className="lead">
        If <bdi>{email}</bdi> has signed, a link to your page is on its way. We say the same whoever asks, so that nobody
        learns who signed.
      </p>
    </Page>
  );
}

async function requireCampaign(slug = "") {
  const campaign = await findCampaign(slug);
  if (!campaign) throw notFound();
  return campaign;
}
