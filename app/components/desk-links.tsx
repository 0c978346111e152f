import { Form } from "@remix-run/react";
import { useState, useSyncExternalStore } from "react";
import { fieldId } from "./field.tsx";
import { numberInWords } from "./number-words.ts";

interface DeskLinksProps {
  typed: string;
  /** For what was typed; null when nothing was, or nothing of it can stand in an address. */
  link: string | null;
  known: { source: string; created: number; url: string }[];
}

/** Type a name, get the letter's address that bears it. The form asks by GET: nothing is kept before somebody signs. */
export function DeskLinks({ typed, link, known }: DeskLinksProps) {
  const isRefused = typed !== "" && link === null;
  return (
    <>
      <Form method="get" className="fields desk-form" noValidate>
        <div className="field">
          <label htmlFor={fieldId("name")}>Where you will put the link</label>
          <input
            id={fieldId("name")}
            name="name"
            defaultValue={typed}
            maxLength={80}
            aria-describedby={`${fieldId("name")}-hint`}
            aria-invalid={isRefused || undefined}
          />
          <p className="field-hint" id={`${fieldId("name")}-hint`}>
            Such as “Newsletter of May” or “Poster”. Anybody with the link can read it.
          </p>
          {isRefused && (
            <p className="field-error" role="alert">
              Use letters from a to z or digits: the name stands in an address.
            </p>
          )}
        </div>
        <button className="button">Make the link</button>
      </Form>
      {link && <CopyField label="Its address" url={link} id="link" />}
      {known.length > 0 && (
        <section aria-labelledby="known">
          <h2 id="known">Links that somebody came by</h2>
          <p className="quiet">In the last fourteen days.</p>
          <ul className="ruled">
            {known.map(({ source, created, url }) => (
              <li key={source}>
                <CopyField label={`${source}: ${numberInWords(created)} signed`} url={url} id={source} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** An address to copy from by hand; the button is there where a script can do it. */
function CopyField({ label, url, id }: { label: string; url: string; id: string }) {
  const canCopy = useSyncExternalStore(() => () => {}, () => navigator.clipboard !== undefined, () => false);
  const [copied, setCopied] = useState("");
  return (
    <div className="share">
      <div className="field">
        <label htmlFor={fieldId(`url-${id}`)}>{label}</label>
        <input id={fieldId(`url-${id}`)} readOnly value={url} dir="ltr" />
      </div>
      {canCopy && (
        <button className="button button-quiet" type="button" onClick={() => navigator.clipboard.writeText(url).then(() => setCopied(url), () => {})}>
          {copied === url ? "Copied" : "Copy"}
          <span className="unseen"> the address of {id}</span>
        </button>
      )}
    </div>
  );
}
