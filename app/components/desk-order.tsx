import { Form } from "@remix-run/react";
import type { ReactNode } from "react";

interface OrderedProps {
  /** Which of the list: its id or slug. */
  one: string;
  title: string;
  position: number;
  count: number;
  children?: ReactNode;
}

/** Moves one of a list up or down, or takes it off, each with one button and no script. */
export function DeskOrder({ one, title, position, count, children }: OrderedProps) {
  return (
    <Form method="post" className="desk-order" preventScrollReset>
      <input type="hidden" name="one" value={one} />
      {position > 0 && (
        <button className="link-button" name="place" value={position - 1}>
          Up<span className="unseen"> {title}</span>
        </button>
      )}
      {position < count - 1 && (
        <button className="link-button" name="place" value={position + 1}>
          Down<span className="unseen"> {title}</span>
        </button>
      )}
      <button className="link-button" name="remove" value="yes">
        Remove<span className="unseen"> {title}</span>
      </button>
      {children}
    </Form>
  );
}
