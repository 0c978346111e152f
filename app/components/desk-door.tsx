import type { ReactNode } from "react";
import { paths } from "#app/http/paths.ts";

/** The pages in front of the desk: signing in. */
export function DeskDoor({ children }: { children: ReactNode }) {
  return (
    <>
      <header className="masthead">
        <div className="masthead-row">
          <a className="wordmark" href={paths.home()}>
            Countersign
          </a>
        </div>
      </header>
      <main id="main" className="page">
        {children}
      </main>
    </>
  );
}
