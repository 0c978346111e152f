import { paths } from "#app/http/paths.ts";
import { Page } from "./page.tsx";

interface DeadLinkProps {
  /** "confirmation link", "link to your page". */
  what: string;
  campaign?: { slug: string };
  isExpired?: boolean;
  /** Where a new one is asked for. */
  askAgain?: string;
}

/** A mailed link that opens nothing, and what to do about it. */
export function DeadLink({ what, campaign, isExpired = false, askAgain }: DeadLinkProps) {
  return (
    <Page campaign={campaign}>
      <h1>{isExpired ? `This ${what} has expired` : `This ${what} does not work`}</h1>
      <p className="lead">
        {isExpired
          ? "Links work for thirty days. A request that is not confirmed by then is removed."
          : "It may have been cut short on its way: copy the whole of it from the mail. Or it has expired, or what it led to was removed."}
      </p>
      {askAgain && (
        <p>
          <a href={askAgain}>Ask for a new link</a>
        </p>
      )}
      <p>
        {campaign ? <a href={paths.sign(campaign.slug)}>Sign again</a> : <a href={paths.home()}>Go to the front page</a>}
        {campaign ? " to get a new one." : ""}
      </p>
    </Page>
  );
}
