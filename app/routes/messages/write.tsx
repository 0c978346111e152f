import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Page } from "#app/components/page.tsx";
import { TestModeNotice } from "#app/components/test-mode-notice.tsx";
import { WriteForm } from "#app/components/write-form.tsx";
import { checkFields, readFields, refill } from "#app/http/form.ts";
import { campaignPage } from "#app/http/page-setting.ts";
import { paths } from "#app/http/paths.ts";
import { composeContentPolicy } from "#app/http/security-headers.ts";
import { INTERFACE_LANGUAGE } from "#app/letters/languages.ts";
import { OwnWordsForm, ReplyRouteForm } from "#app/messages/message-form.ts";
import { hasReplyDomain } from "#app/messages/reply-address.server.ts";
import { writeMessages } from "#app/messages/write.server.ts";
import { findWriting, markOwnWords, prepareMessages, weaveOwnWords } from "./prepare.server.ts";
import { readWritten } from "./read-written.ts";

const NO_REPLY_DOMAIN = "Answers cannot be received here now. Choose that they come straight to you, or write from your own mailbox.";

export const meta: MetaFunction = () => [{ title: "Write to retailers" }, { name: "robots", content: "noindex" }];

export function headers() {
  return { "Content-Security-Policy": composeContentPolicy() };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const writing = await findWriting(request, params.slug);
  const { campaign, signer, targets } = writing;
  const { slug, privacyContact, isInTestMode } = campaign;
  if (targets.length === 0) throw redirect(paths.chooseRetailers(slug), 303);
  return {
    campaign: { slug, privacyContact, isInTestMode },
    email: signer.email,
    isConfirmed: signer.isConfirmed,
    hasReplyDomain,
    messages: await prepareMessages(writing),
    page: campaignPage(campaign, INTERFACE_LANGUAGE),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const writing = await findWriting(request, params.slug);
  const fields = await readFields(request);
  const words = checkFields(fields, OwnWordsForm);
  const { typed } = words;
  if (!words.ok) return refill({ errors: words.errors, typed });
  // Words typed and not yet woven in would be lost; their writer sees the messages with them first.
  if (words.values.own_words !== (typed.woven ?? "")) {
    return data({ errors: {}, typed: await weaveOwnWords(writing, typed, words.values.own_words), isWoven: true });
  }
  const { written, errors } = readWritten(fields, writing.targets);
  const route = checkFields(fields, ReplyRouteForm);
  if (!route.ok) return refill({ errors: { ...errors, ...route.errors }, typed });
  const { reply_route: replyRoute } = route.values;
  if (replyRoute === "campaign" && !hasReplyDomain) errors.reply_route = NO_REPLY_DOMAIN;
  if (Object.keys(errors).length > 0) return refill({ errors, typed });
  await writeMessages(writing.signer, { written: await markOwnWords(writing, written), replyRoute });
  return redirect(paths.demandsSent(writing.campaign.slug, writing.targets.map(({ slug }) => slug)), 303);
}

export default function Write() {
  const { campaign, ...form } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page campaign={campaign}>
      <h1>{form.messages.length === 1 ? "Your message" : `Your ${form.messages.length} messages`}</h1>
      <p className="lead">
        A message in your own words weighs more than a hundred alike. Change what you like.
        {!form.isConfirmed && " Your messages wait until you have confirmed your signature by mail."}
      </p>
      {campaign.isInTestMode && <TestModeNotice />}
      <WriteForm slug={campaign.slug} {...form} refill={answer} isWoven={answer !== undefined && "isWoven" in answer} />
    </Page>
  );
}
