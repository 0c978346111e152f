import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CodeForm } from "#app/components/code-form.tsx";
import { Page } from "#app/components/page.tsx";
import { inEqualTime } from "#app/http/equal-time.ts";
import { checkFields, readFields, refill } from "#app/http/form.ts";
import { campaignPage } from "#app/http/page-setting.ts";
import { requireCampaign } from "#app/http/guards.server.ts";
import { paths } from "#app/http/paths.ts";
import { readSignerCookie, signerCookie } from "#app/http/signer-cookie.server.ts";
import { CodeFields } from "#app/signatures/code-form.ts";
import { confirmByCode } from "#app/signatures/confirm-by-code.server.ts";
import { MAIL_PAUSE_MINUTES, MAX_MAILS_A_DAY, nextMailAt, untilInWords } from "#app/signatures/mail-pace.ts";
import { findSigner } from "#app/signatures/session.server.ts";

const CODE_ANSWER_MS = 50;
const WRONG_CODE = "This code does not fit, or is too old. Check it against the newest mail, or use the button in that mail.";

export const meta: MetaFunction = () => [{ title: "Check your inbox" }, { name: "robots", content: "noindex" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const campaign = await requireCampaign(params.slug);
  const { id, slug, privacyContact } = campaign;
  const signer = await findSigner(id, readSignerCookie(request));
  return {
    campaign: { slug, privacyContact },
    email: signer?.email,
    isConfirmed: signer?.isConfirmed ?? false,
    mail: signer && tellOfMail(signer, new URL(request.url).searchParams.has("asked")),
    page: campaignPage(campaign, "en"),
  };
}

function tellOfMail(signer: { createdAt: Date; mailAskedAt: Date | null }, hasJustAsked: boolean) {
  const next = untilInWords(nextMailAt(signer), new Date());
  const isAskedFor = signer.mailAskedAt !== null && next !== "now";
  if (isAskedFor) return { next, words: "The mail was asked for again. If it can go to this address, it comes within a few minutes." };
  return { next, words: hasJustAsked ? "It is too soon for another mail, so none was asked for." : undefined };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const campaign = await requireCampaign(params.slug);
  const sessionToken = readSignerCookie(request);
  const signer = await findSigner(campaign.id, sessionToken);
  const fields = await readFields(request);
  if (signer) fields.set("email", signer.email);
  const form = checkFields(fields, CodeFields);
  if (!form.ok) return refill(form);
  const confirmed = await inEqualTime(CODE_ANSWER_MS, confirmByCode({ campaignId: campaign.id, ...form.values, sessionToken }));
  if (confirmed.outcome === "wrong") return refill({ errors: { code: WRONG_CODE }, typed: form.typed });
  const headers = { "Set-Cookie": signerCookie(campaign.slug, confirmed.sessionToken) };
  return redirect(paths.chooseRetailers(campaign.slug), { status: 303, headers });
}

export default function CheckInbox() {
  const { campaign, email, isConfirmed, mail } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (isConfirmed) return <AlreadyConfirmed campaign={campaign} />;
  return (
    <Page campaign={campaign}>
      <h1>Check your inbox</h1>
      {email && (
        <p className="lead">
          We sent a mail to <strong><bdi>{email}</bdi></strong>. Your signature counts once you confirm it: press the button in
          the mail, or type its code here.
        </p>
      )}
      {!email && <p className="lead">Your signature counts once you confirm it: press the button in our mail, or type its code here.</p>}
      <CodeForm action={paths.checkInbox(campaign.slug)} asksForEmail={!email} refill={refused} />
      <section>
        <h2>No mail?</h2>
        <p>
          It can take a few minutes. Look in the spam folder too. If the address {email ? "above" : "you gave"} is not right,{" "}
          <a href={paths.sign(campaign.slug)}>sign again</a>.
        </p>
        {mail && <AnotherMail slug={campaign.slug} {...mail} />}
      </section>
      {email && (
        <section>
          <h2>While you wait</h2>
          <p>Choose the retailers you buy from and write to them. Your messages wait with us until you have confirmed.</p>
          <p>
            <a className="button button-quiet" href={paths.chooseRetailers(campaign.slug)}>
              Choose retailers
            </a>
          </p>
        </section>
      )}
    </Page>
  );
}

/** The same whatever we know of the address: it tells of this browser's own asking alone. */
function AnotherMail({ slug, words, next }: { slug: string; words: string | undefined; next: string }) {
  return (
    <>
      {words && <p role="status">{words}</p>}
      <p>
        Another mail can come {next}: we wait {MAIL_PAUSE_MINUTES} minutes between two mails to one address, and send at most{" "}
        {MAX_MAILS_A_DAY} a day.
      </p>
      <form method="post" action={paths.anotherMail(slug)}>
        <button className="button button-quiet" type="submit">
          Send the mail again
        </button>
      </form>
    </>
  );
}

function AlreadyConfirmed({ campaign }: { campaign: { slug: string; privacyContact: string } }) {
  return (
    <Page campaign={campaign}>
      <h1>Your signature is confirmed</h1>
      <p className="lead">It is counted. Now carry the demands to the retailers you buy from.</p>
      <p>
        <a className="button" href={paths.chooseRetailers(campaign.slug)}>
          Choose retailers
        </a>
      </p>
    </Page>
  );
}
