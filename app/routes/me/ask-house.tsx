import type { ActionFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { AskForMe } from "#app/components/ask-for-me.tsx";
import { answerAsk } from "#app/http/answer-ask.server.ts";

export const meta: MetaFunction = () => [{ title: "Your page" }, { name: "robots", content: "noindex" }];

/** Whoever does not remember the letter asks here: the link opens all of them. */
export async function action({ request }: ActionFunctionArgs) {
  return answerAsk(request);
}

export default function AskOfHouse() {
  return <AskForMe answer={useActionData<typeof action>()} />;
}
