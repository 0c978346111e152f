import { type ActionFunctionArgs, createReadableStreamFromReadable, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Readable } from "node:stream";
import { takeContacts } from "#app/coalition/download.server.ts";
import { readFields } from "#app/http/form.ts";
import { paths } from "#app/http/paths.ts";

/** Taking the file is a form's doing: whoever opens its address sees the page. */
export function loader({ params }: LoaderFunctionArgs) {
  return redirect(paths.partnerPage(params.token ?? ""));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { token = "" } = params;
  const code = ((await readFields(request)).get("code") ?? "").replace(/\s/g, "");
  const taken = await takeContacts({ token, code });
  if (taken.outcome === "refused") return redirect(`${paths.partnerPage(token, "refused")}#contacts`, 303);
  return new Response(createReadableStreamFromReadable(Readable.from(taken.lines)), {
    headers: { "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": `attachment; filename="contacts-${taken.partner}.csv"`, "Cache-Control": "no-store" },
  });
}
