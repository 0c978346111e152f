import type { ReactNode } from "react";
import { Foot } from "./foot.tsx";
import { Masthead } from "./masthead.tsx";

interface PageProps {
  children: ReactNode;
  campaign?: { slug: string; privacyContact?: string } | undefined;
}

/** A page read top to bottom in one column: everything but the letter and the board. */
export function Page({ children, campaign }: PageProps) {
  return (
    <>
      <Masthead campaign={campaign} />
      <main id="main" className="page">
        {children}
      </main>
      <Foot slug={campaign?.slug} privacyContact={campaign?.privacyContact} />
    </>
  );
}
