import { LocalMoment } from "./local-moment.tsx";

interface DeskErasureProps {
  erasure: { keptDays: number | null; dueAt: Date | null; erasedAt: Date | null; hasBegun: boolean };
}

/** How long signers' names and addresses are kept, and what the clock does then. */
export function DeskErasure({ erasure }: DeskErasureProps) {
  return (
    <section className="desk-panel" aria-labelledby="erasure">
      <h2 id="erasure">Signers’ data</h2>
      <ErasureWords {...erasure} />
    </section>
  );
}

export function ErasureWords({ keptDays, dueAt, erasedAt, hasBegun }: DeskErasureProps["erasure"]) {
  if (erasedAt) {
    return (
      <p>
        Names, addresses, postcodes, comments and messages were erased on <LocalMoment at={erasedAt} />. Counts and countries stay.
      </p>
    );
  }
  if (hasBegun) return <p>Names and addresses are being erased. Counts and countries stay.</p>;
  if (dueAt) {
    return (
      <p>
        Names, addresses, postcodes, comments and messages are erased from <LocalMoment at={dueAt} />. Counts and countries stay.
      </p>
    );
  }
  if (keptDays === null) return <p>Names and addresses are kept until their owners withdraw.</p>;
  return <p>Names and addresses are erased {keptDays} days after closing. Counts and countries stay.</p>;
}
