import { ROLE_WORDS, ROLES, type Role } from "#app/organizers/roles.ts";
import { Choice, fieldId } from "./field.tsx";

interface RoleChoiceProps {
  legend: string;
  error?: string | undefined;
  chosen: string | undefined;
  roles?: readonly Role[];
}

/** The four roles, each with what it may. */
export function RoleChoice({ legend, error, chosen, roles = ROLES }: RoleChoiceProps) {
  const errorId = `${fieldId("role")}-error`;
  return (
    <fieldset aria-describedby={error ? errorId : undefined}>
      <legend className="field-legend">{legend}</legend>
      {error && (
        <p className="field-error" id={errorId}>
          {error}
        </p>
      )}
      {roles.map((role, position) => (
        <Choice
          key={role}
          type="radio"
          name="role"
          id={position === 0 ? fieldId("role") : fieldId(`role-${role}`)}
          value={role}
          defaultChecked={chosen === role}
          label={capital(role)}
          hint={ROLE_WORDS[role]}
        />
      ))}
    </fieldset>
  );
}

function capital(word: string) {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
