import type { ReactNode } from "react";
import type { Refill } from "#app/http/form.ts";
import { paths } from "#app/http/paths.ts";
import { ErrorSummary } from "./error-summary.tsx";
import { Page } from "./page.tsx";

interface MyFormProps {
  title: string;
  token: string;
  action: string;
  campaign: { slug: string };
  /** On the button. */
  verb: string;
  errors?: Refill["errors"] | undefined;
  children: ReactNode;
}

/** One thing about one signature, changed on a page of its own, and the way back. */
export function MyForm({ title, token, action, campaign, verb, errors, children }: MyFormProps) {
  return (
    <Page campaign={campaign}>
      <h1>{title}</h1>
      <form className="fields" method="post" action={action} noValidate>
        <ErrorSummary errors={errors} />
        {children}
        <div className="actions">
          <button className="button" type="submit">
            {verb}
          </button>
          <a href={paths.me(token)}>Leave it as it is</a>
        </div>
      </form>
    </Page>
  );
}
