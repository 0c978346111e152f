import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { Selection } from "#app/desk/lists/selection.ts";
import { DeskButton } from "./desk-button.tsx";
import { listPath } from "./desk-list-links.ts";
import { ErrorSummary } from "./error-summary.tsx";
import { numberInWords } from "./number-words.ts";
import { forgetTicks, ticksKey } from "./use-list-ticks.ts";

export interface SelectionAnswer {
  preview: { count: number; isMore: boolean; words: string; job: string; selection: Selection } | null;
  errors: Record<string, string>;
  typed: Record<string, string>;
}

interface DeskSelectionProps {
  slug: string;
  list: { name: string; one: string; many: string };
  answer: SelectionAnswer | undefined;
  /** What will happen, in a sentence or two. */
  what: ReactNode;
  /** On the button. */
  verb: string;
  busy: string;
  /** The form's fields. */
  children: (answer: SelectionAnswer) => ReactNode;
}

/** Asks before something is done to many rows: how many, which, and what will happen. */
export function DeskSelection({ slug, list, answer, what, verb, busy, children }: DeskSelectionProps) {
  const { name, one, many } = list;
  const preview = answer?.preview;
  if (!preview) {
    return (
      <div className={answer ? "notice notice-bad" : "notice"} role={answer ? "alert" : undefined}>
        <p>
          No {one} is chosen. Tick rows in the <Link to={listPath(slug, name)}>list of {many}</Link>, or choose all that match its filters.
        </p>
      </div>
    );
  }
  const { count, isMore, words, job, selection } = preview;
  const query = selection.which === "all" ? selection.query : "";
  return (
    <Form method="post" className="fields desk-form" noValidate onSubmit={() => forgetTicks(ticksKey(listPath(slug, name), query))}>
      <ErrorSummary errors={answer.errors} />
      <p className="lead number">
        {isMore ? "More than " : ""}
        {numberInWords(count)} {count === 1 && !isMore ? one : many}
        {selection.which === "ticked" ? ", ticked one by one" : `: ${words}`}
      </p>
      <div>{what}</div>
      <input type="hidden" name="job" value={job} />
      <input type="hidden" name="which" value={selection.which} />
      {selection.which === "all" && <input type="hidden" name="query" value={selection.query} />}
      {selection.which === "ticked" && selection.ids.map((id) => <input key={id} type="hidden" name="id" value={id} />)}
      {children(answer)}
      <div className="actions">
        <DeskButton busy={busy}>{verb}</DeskButton>
        <Link to={listPath(slug, name, query)}>Back to the list</Link>
      </div>
    </Form>
  );
}
