import { fieldId } from "./field.tsx";

interface ErrorSummaryProps {
  errors: Record<string, string> | undefined;
}

/** Stands above a form that came back: every message, each a link to its field. */
export function ErrorSummary({ errors = {} }: ErrorSummaryProps) {
  const list = Object.entries(errors);
  if (list.length === 0) return null;
  return (
    <section className="error-summary" role="alert" aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">{list.length === 1 ? "One thing to put right" : `${list.length} things to put right`}</h2>
      <ul>
        {list.map(([name, message]) => (
          <li key={name}>
            <a href={`#${fieldId(name)}`}>{message}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
