import { Form, Link } from "@remix-run/react";
import type { CoSignerValues } from "#app/campaigns/co-signer-form.ts";
import type { Refill } from "#app/http/form.ts";
import { Day } from "./day.tsx";
import { DeskButton } from "./desk-button.tsx";
import { DeskOrder } from "./desk-order.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { Field, TextField } from "./field.tsx";

interface CoSignerListProps {
  coSigners: (CoSignerValues & { id: string })[];
}

/** The organisations in the letter's order, each with its day. */
export function CoSignerList({ coSigners }: CoSignerListProps) {
  return (
    <ol className="ruled">
      {coSigners.map(({ id, name, url, joinedOn }, position) => (
        <li key={id} className="set-up-co-signer">
          <div>
            <strong>
              <bdi>{name}</bdi>
            </strong>
            <p className="quiet">
              Joined on <Day on={joinedOn} isShort />
              {url && (
                <>
                  {" · "}
                  <a href={url} rel="noopener noreferrer">
                    {url.replace(/^https?:\/\//, "")}
                  </a>
                </>
              )}
            </p>
          </div>
          <DeskOrder one={id} title={name} position={position} count={coSigners.length}>
            <Link to={{ search: `change=${id}` }}>
              Change<span className="unseen"> {name}</span>
            </Link>
          </DeskOrder>
        </li>
      ))}
    </ol>
  );
}

/** Many at once, as a list in a mail is: one organisation is one line. */
export function AddCoSigners({ errors, typed, today, isFirst }: Refill & { today: string; isFirst: boolean }) {
  return (
    <section aria-labelledby="add">
      <h2 id="add">{isFirst ? "Who signs the letter" : "Add co-signers"}</h2>
      <Form method="post" className="fields desk-form" noValidate>
        <ErrorSummary errors={errors} />
        <TextField
          name="organisations"
          label="Organisations"
          hint="One a line, its web address behind the name if it has one: “Kettle Watch https://kettle-watch.example”. What is on the list already is passed over."
          rows={6}
          error={errors.organisations}
          value={typed.organisations}
        />
        <Field name="joined_on" type="date" label="Joined on" error={errors.joined_on} value={typed.joined_on ?? today} />
        <div className="actions">
          <DeskButton busy="Adding…">Add to the list</DeskButton>
        </div>
      </Form>
    </section>
  );
}

export function CoSignerFields({ errors, typed, stored }: Refill & { stored: CoSignerValues }) {
  const field = (name: string, value: string) => ({ name, error: errors[name], value: typed[name] ?? value });
  return (
    <>
      <Field {...field("name", stored.name)} label="Organisation" />
      <Field {...field("url", stored.url ?? "")} label="Web address" inputMode="url" isOptional />
      <Field {...field("joined_on", stored.joinedOn)} type="date" label="Joined on" />
    </>
  );
}
