import type { SignedHead } from "#app/register/head.ts";
import { Moment } from "./moment.tsx";
import { numberInWords } from "./number-words.ts";

/** The newest signed state, and the line of it to note elsewhere. */
export function RegisterState({ head }: { head: Omit<SignedHead, "campaign"> & { campaign: string } }) {
  const { count, imported, size, root, signedAt, key } = head;
  return (
    <section>
      <h2>Its newest state</h2>
      <dl className="facts">
        <dt>Signed</dt>
        <dd>
          <Moment at={new Date(signedAt)} />
        </dd>
        <dt>Signatures</dt>
        <dd className="number">
          {numberInWords(count)}
          {imported > 0 && `, of these ${numberInWords(imported)} imported by the organizers`}
        </dd>
        <dt>Entries</dt>
        <dd className="number">{numberInWords(size)}, with those that say that a signature was withdrawn, removed or restored</dd>
        <dt>Root</dt>
        <dd className="digits">{root}</dd>
        <dt>Key</dt>
        <dd className="digits">{key}</dd>
      </dl>
      <div className="share">
        <div className="field">
          <label htmlFor="noted">To note elsewhere</label>
          <input id="noted" className="digits" readOnly value={`${signedAt} ${size} ${count} ${root}`} />
        </div>
        <button type="button" className="button button-quiet" data-copies="noted" hidden>
          Copy
        </button>
      </div>
      <p className="quiet">
        Post or print this line anywhere that is not ours. Whoever holds it can show, at any later time, whether the register was rewritten.
      </p>
    </section>
  );
}
