import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { CopyByHand } from "#app/components/copy-by-hand.tsx";
import { Page } from "#app/components/page.tsx";
import { readFields, refill } from "#app/http/form.ts";
import { campaignPage } from "#app/http/page-setting.ts";
import { requireCampaign, requireSigner } from "#app/http/guards.server.ts";
import { paths } from "#app/http/paths.ts";
import { notFound } from "#app/http/closed-doors.ts";
import { COMPOSE_BODY_MAX, composeUrl } from "#app/messages/compose-url.ts";
import { openMessage } from "#app/messages/open.server.ts";
import { findTarget } from "#app/retailers/targets.server.ts";
import { readMessage } from "./read-written.ts";

/** "gmail:corner-shop": which program, whose message. */
const Opening = z.templateLiteral([z.enum(["mailto", "gmail", "outlook"]), ":", z.string()]).transform((text) => {
  const [program, slug = ""] = text.split(":");
  return { program: z.enum(["mailto", "gmail", "outlook"]).parse(program), slug };
});

export const meta: MetaFunction = () => [{ title: "Open in your own mailbox" }, { name: "robots", content: "noindex" }];

export async function loader({ params }: LoaderFunctionArgs) {
  const campaign = await requireCampaign(params.slug);
  const { slug, privacyContact } = campaign;
  return { campaign: { slug, privacyContact }, page: campaignPage(campaign, "en") };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const campaign = await requireCampaign(params.slug);
  const signer = await requireSigner(request, campaign);
  const fields = await readFields(request);
  const opening = Opening.safeParse(fields.get("open"));
  const target = opening.success ? await findTarget(campaign.id, opening.data.slug) : undefined;
  if (!opening.success || !target) throw notFound();
  const form = readMessage(fields, target.slug);
  if (!form.ok) return refill(form);
  const opened = await openMessage(signer, target, opening.data.program);
  if (opened.outcome === "no contact") return refill({ errors: { to: `We have no working address of ${target.name} now.` }, typed: {} });
  const mail = { to: opened.to, ...form.values };
  if (mail.body.length > COMPOSE_BODY_MAX) return { mail, retailer: target.name };
  return redirect(composeUrl(opening.data.program, mail), 303);
}

export default function Openings() {
  const { campaign } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer && "mail" in answer) return <CopyByHand campaign={campaign} {...answer} />;
  return (
    <Page campaign={campaign}>
      <h1>This message cannot be opened yet</h1>
      {answer && (
        <div className="notice notice-bad" role="alert">
          {Object.values(answer.errors).map((message) => (
            <p key={message}>
              <strong>{message}</strong>
            </p>
          ))}
          <p>Go back in your browser: your text is still there. Then open it again.</p>
        </div>
      )}
      {!answer && (
        <p>
          <a href={paths.chooseRetailers(campaign.slug)}>Choose a retailer</a> and write the message first.
        </p>
      )}
    </Page>
  );
}
