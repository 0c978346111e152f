import { fieldId } from "./field.tsx";

interface FileFieldProps {
  name: string;
  label: string;
  accept: string;
  hint: string;
  error?: string | undefined;
}

/** A file to choose. */
export function FileField({ name, label, accept, hint, error }: FileFieldProps) {
  const id = fieldId(name);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="file"
        name={name}
        accept={accept}
        required
        aria-describedby={error ? `${id}-error ${id}-hint` : `${id}-hint`}
        aria-invalid={error ? true : undefined}
      />
      <p className="field-hint" id={`${id}-hint`}>
        {hint}
      </p>
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}
