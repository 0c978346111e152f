import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DeadLink } from "#app/components/dead-link.tsx";
import { Page } from "#app/components/page.tsx";
import { campaignPage } from "#app/http/page-setting.ts";
import { paths } from "#app/http/paths.ts";
import { INTERFACE_LANGUAGE } from "#app/letters/languages.ts";
import { findWayOut, unsubscribe } from "#app/signatures/unsubscribe.server.ts";
import { ENDABLE_SORTS } from "#emails/mail-sorts.ts";

export const meta: MetaFunction = () => [{ title: "Unsubscribe" }, { name: "robots", content: "noindex" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { token = "" } = params;
  const found = await findWayOut(token);
  const status = found || request.method === "POST" ? 200 : 404;
  if (!found) return data({ token, found: undefined, page: { language: INTERFACE_LANGUAGE, isSample: false } }, { status });
  const { campaign, sort, stoppedAt } = found;
  const shown = { campaign: { slug: campaign.slug, name: campaign.name }, words: ENDABLE_SORTS[sort], isEnded: stoppedAt !== null };
  return data({ token, found: shown, page: campaignPage(campaign, INTERFACE_LANGUAGE) });
}

/** The button here, and the one in a mail program (RFC 8058), whose post has no cookie and follows no redirect: so it is answered at once. */
export async function action({ params }: ActionFunctionArgs) {
  return unsubscribe(params.token ?? "");
}

export default function Unsubscribe() {
  const { token, found } = useLoaderData<typeof loader>();
  if (!found) return <DeadLink what="link" />;
  const { campaign, words, isEnded } = found;
  if (isEnded) {
    return (
      <Page campaign={campaign}>
        <h1>You are unsubscribed</h1>
        <p className="lead">
          You get no more {words} from <bdi>{campaign.name}</bdi>. Your signature stays as it is.
        </p>
        <p>
          <a href={paths.askForMeAnywhere()}>See everything that is held for your address</a>
        </p>
      </Page>
    );
  }
  return (
    <Page campaign={campaign}>
      <h1>Unsubscribe?</h1>
      <p className="lead">
        Then you get no more {words} from <bdi>{campaign.name}</bdi>. Your signature stays as it is.
      </p>
      <form method="post" action={paths.unsubscribe(token)}>
        <p>
          <button className="button" type="submit" name="List-Unsubscribe" value="One-Click">
            Unsubscribe
          </button>
        </p>
      </form>
    </Page>
  );
}
