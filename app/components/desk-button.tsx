import { useFormAction, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";

interface DeskButtonProps {
  children: ReactNode;
  /** What it says while the form is on its way. */
  busy: string;
  /** The form's action, where it is not the page itself. */
  action?: string;
  isQuiet?: boolean;
  name?: string;
  value?: string;
}

/** Sends its form. It stays a plain button without scripts, and while it waits it cannot be pressed again. */
export function DeskButton({ children, busy, action, isQuiet = false, name, value }: DeskButtonProps) {
  const navigation = useNavigation();
  const here = useFormAction();
  const isSending = navigation.formMethod === "POST" && navigation.formAction === (action ?? here);
  const isOwn = isSending && (name === undefined || navigation.formData?.get(name) === value);
  return (
    <button
      className={isQuiet ? "button button-quiet" : "button"}
      name={name}
      value={value}
      aria-busy={isOwn || undefined}
      disabled={isSending}
    >
      {isOwn ? busy : children}
    </button>
  );
}
