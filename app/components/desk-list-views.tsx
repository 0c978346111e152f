import { Form, Link } from "@remix-run/react";
import type { ListView } from "#app/desk/lists/list-view.ts";
import { paths } from "#app/http/paths.ts";
import { DeskButton } from "./desk-button.tsx";
import { Field } from "./field.tsx";
import { listPath } from "./desk-list-links.ts";

/** One's own views of a list, and the way to keep what is shown as another. */
export function DeskListViews({ slug, list }: { slug: string; list: ListView }) {
  const { views, name, query, chips, sort } = list;
  const canKeep = (chips.length > 0 || sort !== null) && !views.some(({ isOpen }) => isOpen);
  if (views.length === 0 && !canKeep) return null;
  return (
    <div className="desk-views">
      {views.length > 0 && (
        <nav aria-label="Saved views">
          <ul>
            {views.map((view) => (
              <li key={view.id}>
                <Link to={listPath(slug, name, view.query)} aria-current={view.isOpen ? "true" : undefined}>
                  <bdi>{view.name}</bdi>
                </Link>
              </li>
            ))}
            <li>
              <Link className="quiet" to={paths.deskViews(slug, name)}>
                Delete views
              </Link>
            </li>
          </ul>
        </nav>
      )}
      {canKeep && (
        <details>
          <summary>Save this view</summary>
          <SaveViewForm slug={slug} list={name} query={query} />
        </details>
      )}
    </div>
  );
}

interface SaveViewFormProps {
  slug: string;
  list: string;
  query: string;
  error?: string | undefined;
  typed?: string | undefined;
}

export function SaveViewForm({ slug, list, query, error, typed }: SaveViewFormProps) {
  const action = paths.deskViews(slug, list);
  return (
    <Form method="post" action={action} className="desk-view-form" noValidate>
      <input type="hidden" name="query" value={query} />
      <Field name="name" label="Name of the view" maxLength={60} autoComplete="off" error={error} value={typed} />
      <DeskButton isQuiet busy="Saving…" action={action}>
        Save view
      </DeskButton>
    </Form>
  );
}
