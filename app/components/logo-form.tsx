import { Form } from "@remix-run/react";
import type { Refill } from "#app/http/form.ts";
import { paths } from "#app/http/paths.ts";
import { DeskButton } from "./desk-button.tsx";
import { fieldId } from "./field.tsx";

interface LogoFormProps {
  campaign: { slug: string; name: string; logoHash: string | null };
  answer?: Refill | undefined;
}

/** The picture in the masthead of the campaign's pages. A form of its own: it carries a file. */
export function LogoForm({ campaign: { slug, name, logoHash }, answer }: LogoFormProps) {
  const id = fieldId("logo");
  const error = answer?.errors.logo;
  return (
    <>
      {logoHash && (
        <p className="logo-now">
          <img src={paths.file(logoHash)} alt={`The logo of ${name}`} />
        </p>
      )}
      <Form method="post" action={paths.setUpLogo(slug)} encType="multipart/form-data" className="fields desk-form" noValidate>
        <div className="field">
          <label htmlFor={id}>{logoHash ? "Another picture" : "Picture"}</label>
          <input
            id={id}
            type="file"
            name="logo"
            accept="image/png,image/jpeg,image/webp"
            aria-describedby={error ? `${id}-hint ${id}-error` : `${id}-hint`}
            aria-invalid={error ? true : undefined}
          />
          <p className="field-hint" id={`${id}-hint`}>
            PNG, JPEG or WebP, at most 500 KB, from 48 to 2,000 pixels wide and high. It is shown 32 pixels high; it should stand on light and on dark paper.
          </p>
          {error && (
            <p className="field-error" id={`${id}-error`} role="alert">
              {error}
            </p>
          )}
        </div>
        <div className="actions">
          <DeskButton isQuiet busy="Sending…" action={paths.setUpLogo(slug)} name="logo_step" value="set">
            {logoHash ? "Replace the logo" : "Set the logo"}
          </DeskButton>
          {logoHash && (
            <DeskButton isQuiet busy="Removing…" action={paths.setUpLogo(slug)} name="logo_step" value="remove">
              Remove the logo
            </DeskButton>
          )}
        </div>
      </Form>
    </>
  );
}
