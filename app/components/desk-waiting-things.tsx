import { Form, Link } from "@remix-run/react";
import type { WaitingThing } from "#app/desk/waiting/waiting-kind.ts";
import { Day } from "./day.tsx";
import { DeskButton } from "./desk-button.tsx";

/** Things that wait, each with since when and where to, and the button where one press does it. */
export function WaitingThings({ things, isYours }: { things: WaitingThing[]; isYours: boolean }) {
  return (
    <ul className="desk-waiting-things">
      {things.map(({ id, words, since, path, press }) => (
        <li key={id}>
          <p>
            <Link to={path}>{words}</Link>{" "}
            {since && (
              <span className="quiet">
                since <Day on={since} isShort />
              </span>
            )}
          </p>
          {press && isYours && (
            <Form method="post" action={press.path}>
              <DeskButton isQuiet busy={press.busy} action={press.path}>
                {press.words}
                <span className="unseen"> {words}</span>
              </DeskButton>
            </Form>
          )}
        </li>
      ))}
    </ul>
  );
}
