import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { mailDownloadCode } from "#app/coalition/download.server.ts";
import { coalitionUrls } from "#app/http/absolute-urls.server.ts";
import { paths } from "#app/http/paths.ts";

export function loader({ params }: LoaderFunctionArgs) {
  return redirect(paths.partnerPage(params.token ?? ""));
}

export async function action({ params }: ActionFunctionArgs) {
  const { token = "" } = params;
  const { outcome } = await mailDownloadCode({ token, urls: coalitionUrls });
  return redirect(`${paths.partnerPage(token, outcome === "mailed" ? "mailed" : "not-now")}#contacts`, 303);
}
