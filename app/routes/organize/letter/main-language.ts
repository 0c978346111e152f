import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { requireLetterLanguage } from "#app/http/language.ts";
import { paths } from "#app/http/paths.ts";
import { chooseMainLanguage } from "#app/letters/main-language.server.ts";

/** Somebody opened the address of the form. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign } = await requireDesk(request, params.slug, "view");
  return redirect(paths.deskLetter(campaign.slug));
}

/** Pressed twice it is chosen once; a language that cannot be the main one stays what it is. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { organizer, campaign } = await requireDesk(request, params.slug, "edit");
  await chooseMainLanguage({ campaign, language: requireLetterLanguage(params.language), by: organizer.id });
  return redirect(paths.deskLetter(campaign.slug), 303);
}
