import { Form } from "@remix-run/react";
import type { ReactNode } from "react";

interface DeskPressListProps<Row> {
  rows: Row[];
  /** What a row is called, for those who only hear its buttons. */
  nameOf: (row: Row) => string;
  empty: string;
  children: (row: Row) => ReactNode;
}

/** What stands on the press page of one kind, in its order, with the two things that can be done to each. */
export function DeskPressList<Row extends { id: string }>({ rows, nameOf, empty, children }: DeskPressListProps<Row>) {
  if (rows.length === 0) return <p>{empty}</p>;
  return (
    <ol className="ruled">
      {rows.map((row, place) => (
        <li key={row.id}>
          <div className="desk-press-row">{children(row)}</div>
          <Form method="post" className="desk-order" preventScrollReset>
            <input type="hidden" name="row" value={row.id} />
            {place > 0 && (
              <button className="link-button" name="do" value="first">
                To the top<span className="unseen">: {nameOf(row)}</span>
              </button>
            )}
            <button className="link-button" name="do" value="remove">
              Remove<span className="unseen">: {nameOf(row)}</span>
            </button>
          </Form>
        </li>
      ))}
    </ol>
  );
}
