import { Form } from "@remix-run/react";
import type { Refill } from "#app/http/form.ts";
import { INVITATION_DAYS, MAX_INVITATIONS_AN_HOUR } from "#app/organizers/team-rules.ts";
import { DeskButton } from "./desk-button.tsx";
import { RoleChoice } from "./desk-role-choice.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { Field } from "./field.tsx";

interface DeskInviteProps {
  answer: Refill | undefined;
  /** Of this hour's. */
  left: number;
}

/** Asks for an address and a role. */
export function DeskInvite({ answer, left }: DeskInviteProps) {
  return (
    <section aria-labelledby="invite">
      <h2 id="invite">Invite somebody</h2>
      <p className="quiet">
        They get a mail with a link that works once, for {INVITATION_DAYS} days. Whoever opens it joins as that address: write to people,
        not to lists.
      </p>
      {left === 0 && <p className="notice">{MAX_INVITATIONS_AN_HOUR} invitations went out in the last hour. More can go a little later.</p>}
      <Form method="post" className="fields desk-form" noValidate>
        <ErrorSummary errors={answer?.errors} />
        <Field
          name="email"
          label="Their e-mail address"
          type="email"
          autoComplete="off"
          error={answer?.errors.email}
          value={answer?.typed.email}
        />
        <RoleChoice legend="Their role" error={answer?.errors.role} chosen={answer?.typed.role ?? "organizer"} />
        <div className="actions">
          <DeskButton busy="Inviting…">Invite</DeskButton>
        </div>
      </Form>
    </section>
  );
}
