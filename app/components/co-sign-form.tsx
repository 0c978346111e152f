import type { Refill } from "#app/http/form.ts";
import { paths } from "#app/http/paths.ts";
import { ErrorSummary } from "./error-summary.tsx";
import { Field, TextField } from "./field.tsx";

/** What an organisation is asked for, and who sees what of it. */
export function CoSignForm({ slug, refill }: { slug: string; refill: Refill | undefined }) {
  const { errors = {}, typed = {} } = refill ?? {};
  const words = (name: string) => ({ name, error: errors[name], value: typed[name] });
  return (
    <form className="fields" method="post" action={paths.coSign(slug)} noValidate>
      <ErrorSummary errors={errors} />
      <fieldset className="fields co-sign-part">
        <legend>Everybody sees, once the organizers have agreed</legend>
        <Field {...words("organisation")} label="The organisation’s name" autoComplete="organization" dir="auto" />
        <Field {...words("url")} label="Its web site" inputMode="url" autoComplete="url" dir="ltr" />
      </fieldset>
      <fieldset className="fields co-sign-part">
        <legend>Only the campaign’s organizers see</legend>
        <Field {...words("contact_name")} label="Your name" autoComplete="name" dir="auto" />
        <Field {...words("contact_role")} label="Your role there" autoComplete="organization-title" dir="auto" />
        <Field
          {...words("email")}
          type="email"
          label="Your e-mail address there"
          autoComplete="email"
          hint="At the domain of the web site: we send a link to it, and so know that the organisation itself asks."
        />
        <TextField {...words("why")} label="Why you sign, in a sentence" isOptional rows={2} dir="auto" />
      </fieldset>
      <p className="field-hint">
        If you do not confirm, all of this is forgotten after 14 days. If the organizers decline, your name, role and address are deleted; if
        they agree, your name and address are kept to reach you.
      </p>
      <button className="button" type="submit">
        Ask to co-sign
      </button>
    </form>
  );
}
