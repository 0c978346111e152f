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

/** What is typed, as the public page would draw it. Nothing is saved, and nothing kept of it when the session has ended. */
export async function action({ request, params }: ActionFunctionArgs) {
  await requireDesk(askedOnly(request), params.slug, "edit");
  const language = requireLetterLanguage(params.language);
  const typed = Object.fromEntries(await readFields(request));
  return Response.json(previewLetter(readTypedLetter(typed), language));
}

/** Without what was sent: of a form whose session has ended a guard keeps that, and a preview is asked for by the dozen. */
function askedOnly({ url, headers }: Request) {
  return new Request(url, { headers });
}
