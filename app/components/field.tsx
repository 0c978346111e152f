import type { ComponentPropsWithoutRef, ReactNode } from "react";

interface FieldWords {
  name: string;
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  /** What was typed before, when the form comes back. */
  value?: string | undefined;
  /** Says so beside the label; anything else is asked for. */
  isOptional?: boolean;
}

type FieldProps = FieldWords & Omit<ComponentPropsWithoutRef<"input">, keyof FieldWords>;
type TextFieldProps = FieldWords & Omit<ComponentPropsWithoutRef<"textarea">, keyof FieldWords>;
type SelectFieldProps = FieldWords & Omit<ComponentPropsWithoutRef<"select">, keyof FieldWords>;
type ChoiceProps = Omit<FieldWords, "isOptional" | "label"> & { label: ReactNode } & Omit<
    ComponentPropsWithoutRef<"input">,
    keyof FieldWords
  >;

/** The id of a field's input: where an error summary leads. */
export function fieldId(name: string) {
  return `field-${name.replace(/[^a-zA-Z0-9_-]/g, "-")}`;
}

/** One line of text. */
export function Field({ name, label, hint, error, value, isOptional = false, ...input }: FieldProps) {
  return (
    <Frame name={name} label={label} hint={hint} error={error} isOptional={isOptional}>
      <input {...input} {...wiring(fieldId(name), { hint, error })} name={name} required={!isOptional} defaultValue={value} />
    </Frame>
  );
}

/** Several lines of text. */
export function TextField({ name, label, hint, error, value, isOptional = false, ...textarea }: TextFieldProps) {
  return (
    <Frame name={name} label={label} hint={hint} error={error} isOptional={isOptional}>
      <textarea rows={4} {...textarea} {...wiring(fieldId(name), { hint, error })} name={name} required={!isOptional} defaultValue={value} />
    </Frame>
  );
}

/** One of a list; the children are its options. */
export function SelectField({ name, label, hint, error, value, isOptional = false, ...select }: SelectFieldProps) {
  return (
    <Frame name={name} label={label} hint={hint} error={error} isOptional={isOptional}>
      <select {...select} {...wiring(fieldId(name), { hint, error })} name={name} required={!isOptional} defaultValue={value} />
    </Frame>
  );
}

/** A box to tick or, with `type="radio"`, one of several; `id` tells those of one name apart. */
export function Choice({ name, label, hint, error, value, type = "checkbox", id = fieldId(name), ...input }: ChoiceProps) {
  return (
    <div className="choice">
      <input {...input} {...wiring(id, { hint, error })} name={name} type={type} value={value} />
      <label htmlFor={id}>{label}</label>
      <Remarks id={id} hint={hint} error={error} />
    </div>
  );
}

function Frame({ name, label, isOptional, children, ...remarks }: FieldWords & { children: ReactNode }) {
  const id = fieldId(name);
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {isOptional && <span className="field-optional"> (optional)</span>}
      </label>
      {children}
      <Remarks id={id} {...remarks} />
    </div>
  );
}

function Remarks({ id, hint, error }: { id: string } & Pick<FieldWords, "hint" | "error">) {
  return (
    <>
      {hint && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </>
  );
}

/** Ties an input to what is said about it. */
function wiring(id: string, { hint, error }: Pick<FieldWords, "hint" | "error">) {
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ");
  return { id, "aria-describedby": described || undefined, "aria-invalid": error ? true : undefined };
}
