import type { Refill } from "#app/http/form.ts";
import { ErrorSummary } from "./error-summary.tsx";
import { Field } from "./field.tsx";
import { Page } from "./page.tsx";

interface AskForMeProps {
  campaign?: { slug: string; privacyContact: string } | undefined;
  answer: (Partial<Refill> & { askedFor?: string }) | undefined;
}

/** Asks for the link to one's own page, and says the same whatever the address is. */
export function AskForMe({ campaign, answer }: AskForMeProps) {
  if (answer?.askedFor !== undefined) return <Asked campaign={campaign} email={answer.askedFor} />;
  return (
    <Page campaign={campaign}>
      <h1>Your page</h1>
      <p className="lead">See whether your signature counts, and everything that is held for your address; change it, withdraw it or erase it. We mail you the link.</p>
      <form method="post" className="fields" noValidate>
        <ErrorSummary errors={answer?.errors} />
        <Field
          name="email"
          type="email"
          label="The e-mail address you signed with"
          autoComplete="email"
          error={answer?.errors?.["email"]}
          value={answer?.typed?.["email"]}
        />
        <p>
          <button className="button" type="submit">
            Mail me the link
          </button>
        </p>
      </form>
    </Page>
  );
}

function Asked({ campaign, email }: { campaign: AskForMeProps["campaign"]; email: string }) {
  return (
    <Page campaign={campaign}>
      <h1>Look into your inbox</h1>
      <p className="lead">
        If <bdi>{email}</bdi> has signed, a link to your page is on its way. We say the same whoever asks, so that nobody
        learns who signed.
      </p>
      <p>
        No mail? A signature that was never confirmed has no page: sign again, and the mail to confirm comes anew. The link is sent three times an hour at most.
      </p>
    </Page>
  );
}
