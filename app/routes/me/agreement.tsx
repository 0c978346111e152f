import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { DeadLink } from "#app/components/dead-link.tsx";
import { letterPath } from "#app/components/letter-languages.tsx";
import { Page } from "#app/components/page.tsx";
import { readForm } from "#app/http/form.ts";
import { notFound } from "#app/http/closed-doors.ts";
import { campaignPage } from "#app/http/page-setting.ts";
import { paths } from "#app/http/paths.ts";
import { INTERFACE_LANGUAGE, spokenIn } from "#app/letters/languages.ts";
import { agreeToText } from "#app/signatures/letter-changes/agree.server.ts";
import { questionAbout } from "#app/signatures/letter-changes/question.server.ts";
import { findOwnSignature } from "#app/signatures/own/own-page.server.ts";

/** Which version was on the page; what says none has read none. */
const AgreeForm = z.object({ version: z.coerce.number().int().nonnegative().catch(0) });

export const meta: MetaFunction = () => [{ title: "The letter has changed" }, { name: "robots", content: "noindex" }];

/** Opening the link changes nothing: mail scanners follow links. */
export async function loader({ params }: LoaderFunctionArgs) {
  const { token = "", signature: id = "" } = params;
  const signature = await findOwnSignature(token, id);
  if (!signature) return data({ token, found: undefined, page: { language: "en", isSample: false } }, { status: 404 });
  const { name, state, letter, campaign } = signature;
  const question = await questionAbout(letter.id);
  const { slug, language, privacyContact } = campaign;
  const asked = question && {
    signedNumber: question.signed.number,
    newestNumber: question.newest.number,
    summary: question.change.changeSummary,
    newestTitle: question.newest.title,
  };
  return data({
    token,
    found: { id, name, state, letter: { title: letter.title, number: letter.number, language: letter.language }, campaign: { slug, language, privacyContact }, asked },
    page: campaignPage(campaign, INTERFACE_LANGUAGE),
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const signature = await findOwnSignature(params.token ?? "", params.signature ?? "");
  const form = await readForm(request, AgreeForm);
  if (!signature || !form.ok) throw notFound();
  return agreeToText({ signatureId: signature.id, readNumber: form.values.version });
}

export default function Agreement() {
  const { token, found } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (!found) return <DeadLink what="link about the changed letter" />;
  const { id, name, state, letter, campaign, asked } = found;
  if (state !== "confirmed") return <NotCounted token={token} campaign={campaign} />;
  if (!asked) return <Agreed token={token} campaign={campaign} letter={letter} isNew={answer?.outcome === "agreed"} />;
  const { language } = letter;
  const linkLanguage = language === campaign.language ? undefined : language;
  return (
    <Page campaign={campaign}>
      <p className="over-title" {...spokenIn(language)}>
        {asked.newestTitle}
      </p>
      <h1>The letter you signed has changed</h1>
      {answer?.outcome === "changed again" && (
        <p className="notice notice-bad" role="alert">
          It has changed once more since you opened this page. Please read what changed, and answer again.
        </p>
      )}
      <p className="lead">
        <bdi>{name}</bdi> stands under version {asked.signedNumber}. Version {asked.newestNumber} changes what the letter asks or claims:
      </p>
      <p className="version-summary" {...spokenIn(language)}>
        {asked.summary}
      </p>
      <p className="actions">
        <a href={paths.letterChangesSince(campaign.slug, asked.signedNumber, linkLanguage)}>Read what changed, word by word</a>
        <a href={letterPath(campaign, language)}>Read the new text</a>
      </p>
      <form method="post" action={paths.agreement(token, id)}>
        <input type="hidden" name="version" value={asked.newestNumber} />
        <p>
          <button className="button" type="submit">
            I agree to the new text
          </button>
        </p>
      </form>
      <p>
        If you do not agree, there is nothing to do: your signature stays under version {asked.signedNumber} and is counted there. You can also{" "}
        <a href={paths.withdrawal(token, id)}>withdraw it</a>, or <a href={paths.me(token)}>open your own page</a>.
      </p>
    </Page>
  );
}

type Found = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>["found"]>;

function Agreed({ token, campaign, letter, isNew }: Pick<Found, "campaign" | "letter"> & { token: string; isNew: boolean }) {
  return (
    <Page campaign={campaign}>
      <h1>{isNew ? "Your signature stands under the new text" : "Your signature stands under today’s text"}</h1>
      <p className="lead">
        It is counted under version {letter.number} of “<span {...spokenIn(letter.language)}>{letter.title}</span>”. There is nothing more to do.
      </p>
      <p className="actions">
        <a href={letterPath(campaign, letter.language)}>Read the letter</a>
        <a href={paths.me(token)}>Open my page</a>
      </p>
    </Page>
  );
}

function NotCounted({ token, campaign }: Pick<Found, "campaign"> & { token: string }) {
  return (
    <Page campaign={campaign}>
      <h1>There is nothing to agree to</h1>
      <p className="lead">Your signature does not count at present, and so nobody asks you about the new text.</p>
      <p>
        <a href={paths.me(token)}>See where it stands</a>
      </p>
    </Page>
  );
}
