import { Form, Link } from "@remix-run/react";
import { asTyped } from "#app/desk/schedule-form.ts";
import type { Refill } from "#app/http/form.ts";
import { paths } from "#app/http/paths.ts";
import { DeskButton } from "./desk-button.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { Field } from "./field.tsx";
import { LocalMoment } from "./local-moment.tsx";

interface PublishProps {
  slug: string;
  answer: Refill | undefined;
}

/** What comes after. */
export function Opened({ slug }: { slug: string }) {
  return (
    <>
      <p>
        <a href={paths.letter(slug)}>The letter is public</a> and takes signatures. The campaign is in test mode: no retailer gets a message; copies
        go to the campaign’s organizers.
      </p>
      <p>
        Next: sign it yourself, read the copy that comes, and then <Link to={paths.deskMode(slug)}>go live</Link>. To pause or close it, see{" "}
        <Link to={paths.deskState(slug)}>State</Link>.
      </p>
    </>
  );
}

/** It has its time, and would not open. */
export function NotByThen({ slug, opensAt }: { slug: string; opensAt: Date }) {
  return (
    <p className="notice notice-bad" role="status">
      It is to open on <LocalMoment at={opensAt} />, and does not while anything below is missing. <Link to={paths.deskSchedule(slug)}>Change the time, or take it back</Link>
    </p>
  );
}

/** Opens at once, by a typed word. */
export function OpenNow({ slug, answer }: PublishProps) {
  const errors = answer?.errors.slug ? { slug: answer.errors.slug } : {};
  return (
    <section className="desk-publish" aria-labelledby="now">
      <h2 id="now">Open it now</h2>
      <p>
        Every letter that is whole becomes public at {paths.letter(slug)} and can be signed from that moment. It starts in test mode: messages to
        retailers wait until you go live.
      </p>
      <Form method="post" className="fields desk-form" noValidate>
        <ErrorSummary errors={errors} />
        <Field
          name="slug"
          label={`Type ${slug} to open it`}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          error={errors.slug}
          value={answer?.typed.slug}
        />
        <div className="actions">
          <DeskButton busy="Opening…">Publish the letter and open</DeskButton>
        </div>
      </Form>
    </section>
  );
}

/** Opens by the clock. */
export function OpenLater({ slug, opensAt, now, answer }: PublishProps & { opensAt: Date | null; now: Date }) {
  const error = answer?.errors.opens_at;
  return (
    <section className="desk-panel" aria-labelledby="later">
      <h2 id="later">{opensAt ? "It opens by itself" : "Or open it later"}</h2>
      {opensAt && (
        <p>
          On <LocalMoment at={opensAt} />. <Link to={paths.deskSchedule(slug)}>Take that back</Link>, or set another time.
        </p>
      )}
      <p className="quiet">
        Until then everything can be changed; what stands at that time is published. Whoever changes the letter or the message looks at it again on the
        checklist: what nobody has looked at does not open. It is <LocalMoment at={now} /> now.
      </p>
      <Form method="post" className="fields desk-form" noValidate>
        <Field name="opens_at" type="datetime-local" label="Opens at (UTC)" error={error} value={answer?.typed.opens_at ?? asTyped(opensAt)} />
        <div className="actions">
          <DeskButton isQuiet busy="Setting…">
            Open at this time
          </DeskButton>
        </div>
      </Form>
    </section>
  );
}
