import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { paths } from "#app/http/paths.ts";

interface DeskHeadingProps {
  title: string;
  /** The pages above this one, from the top; the list of campaigns goes without saying. */
  above?: { title: string; path: string }[];
  children?: ReactNode;
}

/** Where on the desk one is: the way up, the title, and what stands beside it. */
export function DeskHeading({ title, above, children }: DeskHeadingProps) {
  return (
    <div className="desk-heading">
      {above && (
        <nav aria-label="Way up">
          <ol className="desk-way">
            {[{ title: "Campaigns", path: paths.desk() }, ...above].map((step) => (
              <li key={step.path}>
                <Link to={step.path}>{step.title}</Link>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <h1>{title}</h1>
      {children && <div className="desk-heading-beside">{children}</div>}
    </div>
  );
}
