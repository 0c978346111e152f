import { Link } from "@remix-run/react";
import type { Waiting } from "#app/desk/waiting/read.server.ts";
import { paths } from "#app/http/paths.ts";
import { WaitingThings } from "./desk-waiting-things.tsx";
import { numberInWords } from "./number-words.ts";

interface DeskWaitingProps {
  slug: string;
  waiting: Waiting[];
}

/** What needs a human, before anything else on the desk. */
export function DeskWaiting({ slug, waiting }: DeskWaitingProps) {
  return (
    <section className="desk-waiting" aria-labelledby="waiting">
      <h2 id="waiting">What waits for you</h2>
      {waiting.length === 0 ? (
        <p>Nothing. Every record is published, every retailer can be written to, and no message is held.</p>
      ) : (
        <ul className="ruled">
          {waiting.map((kind) => (
            <WaitingRow key={kind.name} slug={slug} kind={kind} />
          ))}
        </ul>
      )}
    </section>
  );
}

function WaitingRow({ slug, kind: { name, title, count, things, isWhole, isYours, path } }: { slug: string; kind: Waiting }) {
  return (
    <li className="desk-waiting-kind">
      <h3>
        {title} <strong className="number">{numberInWords(count)}</strong>
        {!isYours && <span className="quiet"> (not yours to do)</span>}
      </h3>
      <WaitingThings things={things} isYours={isYours} />
      {!isWhole && (
        <p>
          <Link to={path ?? paths.deskWaiting(slug, name)}>
            All of them<span className="unseen">: {title}</span>
          </Link>
        </p>
      )}
    </li>
  );
}
