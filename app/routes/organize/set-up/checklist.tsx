import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useOutletContext } from "@remix-run/react";
import { z } from "zod";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { SetUpList } from "#app/components/set-up-list.tsx";
import { TestView } from "#app/components/desk-test-view.tsx";
import { readSignOffs, signOff } from "#app/desk/sign-off.server.ts";
import { printTestMessage } from "#app/desk/test-views.server.ts";
import { messageUrls } from "#app/http/absolute-urls.server.ts";
import { readFields } from "#app/http/form.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { notFound } from "#app/http/closed-doors.ts";
import { listLetterTexts } from "#app/letters/draft.server.ts";
import { englishName } from "#app/letters/languages.ts";
import type { SetUpFrame } from "./frame.tsx";

const SignOffForm = z.object({ view: z.enum(["letter", "message"]), fingerprint: z.string() });

export const meta: MetaFunction = () => [{ title: "Checklist · Desk" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign } = await requireDesk(request, params.slug, "edit");
  const [views, message, drafts] = await Promise.all([
    readSignOffs(campaign, messageUrls),
    printTestMessage(campaign, { urls: messageUrls }),
    listLetterTexts(campaign.id),
  ]);
  const { slug, name, language, isSample } = campaign;
  const languages = [...new Set([language, ...drafts.map((draft) => draft.language)])];
  return { campaign: { slug, name }, languages, views, message, page: { language: "en", isSample } };
}

/** Signs off one of the two views, as it was when this page was opened. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { campaign, organizer } = await requireDesk(request, params.slug, "edit");
  const form = SignOffForm.safeParse(Object.fromEntries(await readFields(request)));
  if (!form.success) throw notFound();
  const { outcome } = await signOff({ campaign, ...form.data, by: organizer.id }, messageUrls);
  if (outcome === "changed meanwhile") return data({ outdated: form.data.view }, { status: 409 });
  return redirect(paths.setUpStep(campaign.slug, "checklist"), 303);
}

export default function Checklist() {
  const { campaign, languages, views, message } = useLoaderData<typeof loader>();
  const { steps } = useOutletContext<SetUpFrame>();
  const outdated = useActionData<typeof action>()?.outdated;
  return (
    <>
      <DeskHeading title="Checklist" above={[{ title: campaign.name, path: paths.deskCampaign(campaign.slug) }, { title: "Set-up", path: paths.setUp(campaign.slug) }]} />
      <section aria-labelledby="lacks">
        <h2 id="lacks">What each step still lacks</h2>
        <SetUpList slug={campaign.slug} steps={steps.filter(({ key }) => key !== "publish" && key !== "checklist")} canEdit />
      </section>
      <TestView view="letter" title="The letter as the public will see it" signOff={views.letter} isOutdated={outdated === "letter"}>
        <p>
          Open the page in a window of its own, read it from top to bottom, and come back:{" "}
          {languages.map((language, position) => (
            <span key={language}>
              {position > 0 && ", "}
              <a href={paths.deskLetterPage(campaign.slug, language)} target="_blank" rel="noreferrer">
                {englishName(language)}
              </a>
            </span>
          ))}
        </p>
      </TestView>
      <TestView view="message" title="The message as a retailer will get it" signOff={views.message} isOutdated={outdated === "message"}>
        {message ? (
          <div className="desk-letter">
            <p>To {message.retailer}</p>
            <p>
              <strong>{message.subject}</strong>
            </p>
            <p className="message-text">{message.body}</p>
          </div>
        ) : (
          <p>It is shown here once there is a retailer and a message that prints.</p>
        )}
      </TestView>
    </>
  );
}
