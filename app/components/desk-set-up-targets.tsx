import { Form, Link } from "@remix-run/react";
import { paths } from "#app/http/paths.ts";
import { DeskOrder } from "./desk-order.tsx";
import { fieldId } from "./field.tsx";

interface SetUpTargetsProps {
  slug: string;
  targets: { slug: string; name: string; askedOn: string | null; contactCount: number; hasWorkingContact: boolean }[];
  today: string;
  /** The one that could not be removed. */
  refused: string | undefined;
}

/** The campaign's retailers in their order, each with its addresses and the day it was asked. */
export function SetUpTargets({ slug, targets, today, refused }: SetUpTargetsProps) {
  return (
    <ol className="ruled">
      {targets.map((target, position) => (
        <li key={target.slug} className="set-up-target">
          <div>
            <strong>{target.name}</strong>
            <p>
              <Link to={paths.deskContacts(slug, target.slug)}>{contactWords(target)}</Link>
            </p>
            <DeskOrder one={target.slug} title={target.name} position={position} count={targets.length} />
            {refused === target.slug && (
              <p className="field-error" role="alert">
                Messages or responses hang on {target.name}, so it stays. Pause sending to it instead.
              </p>
            )}
          </div>
          <Form method="post" className="set-up-asked" preventScrollReset>
            <input type="hidden" name="one" value={target.slug} />
            <div className="field">
              <label htmlFor={fieldId(`asked-${target.slug}`)}>
                Asked on<span className="unseen"> for {target.name}</span>
              </label>
              <input id={fieldId(`asked-${target.slug}`)} type="date" name="asked_on" max={today} defaultValue={target.askedOn ?? ""} />
            </div>
            <button className="button button-quiet">
              Set<span className="unseen"> the day for {target.name}</span>
            </button>
          </Form>
        </li>
      ))}
    </ol>
  );
}

function contactWords({ contactCount, hasWorkingContact }: SetUpTargetsProps["targets"][number]) {
  if (contactCount === 0) return "No address yet: add one";
  if (!hasWorkingContact) return "No working address: put it right";
  return contactCount === 1 ? "1 address" : `${contactCount} addresses`;
}
