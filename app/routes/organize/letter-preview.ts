import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { readFields } from "#app/http/form.ts";
import { requireLetterLanguage } from "#app/http/language.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { readTypedLetter } from "#app/letters/letter-form.ts";
import { previewLetter } from "#app/letters/preview.ts";

/** Somebody opened the address of the preview: it stands beside the editor. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign } = await requireDesk(request, params.slug, "edit");
  return redirect(paths.deskLetterIn(campaign.slug, requireLetterLanguage(params.language)));
}

/** What is typed, as the public page would draw it. Nothing is saved. */
export async function action({ request, params }: ActionFunctionArgs) {
  await requireDesk(request, params.slug, "edit");
  const language = requireLetterLanguage(params.language);
  const typed = Object.fromEntries(await readFields(request));
  return Response.json(previewLetter(readTypedLetter(typed), language));
}
