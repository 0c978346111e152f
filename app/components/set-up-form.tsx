import { Form, useSearchParams } from "@remix-run/react";
import type { ReactNode } from "react";
import type { Conflict } from "#app/desk/difference.ts";
import type { Refill } from "#app/http/form.ts";
import { DeskButton } from "./desk-button.tsx";
import { DeskConflict } from "./desk-conflict.tsx";
import { ErrorSummary } from "./error-summary.tsx";

export type SettingsAnswer = (Refill & { conflict?: Conflict }) | undefined;

interface SetUpFormProps {
  answer: SettingsAnswer;
  /** What the form was opened at; see `changeSettings`. */
  opened: { revision: number; seen: string };
  /** While the campaign is set up, saving leads on to the next step; afterwards it stays. */
  isDraft: boolean;
  children: ReactNode;
  beside?: ReactNode;
  /** The children bring the buttons. */
  hasOwnButtons?: boolean;
}

/** A form of shared settings: told apart from what others saved, and saved with one button. */
export function SetUpForm({ answer, opened, isDraft, children, beside, hasOwnButtons = false }: SetUpFormProps) {
  const typed = answer?.typed;
  return (
    <>
      <Saved />
      <DeskConflict conflict={answer?.conflict} />
      <Form method="post" className="fields desk-form" noValidate>
        <ErrorSummary errors={answer?.errors} />
        <input type="hidden" name="revision" value={typed?.revision ?? opened.revision} />
        <input type="hidden" name="seen" value={typed?.seen ?? opened.seen} />
        {children}
        {!hasOwnButtons && (
          <div className="actions">
            <DeskButton busy="Saving…">{isDraft ? "Save and continue" : "Save"}</DeskButton>
            {beside}
          </div>
        )}
      </Form>
    </>
  );
}

/** Says so once, on the page that a saved form leads to. */
export function Saved({ children = "Saved." }: { children?: ReactNode }) {
  const [search] = useSearchParams();
  if (!search.has("saved")) return null;
  return (
    <p className="notice" role="status">
      {children}
    </p>
  );
}
