import script from "#app/scripts/copy.js?url";
import { fieldId } from "./field.tsx";

interface ShareProps {
  title: string;
  url: string;
}

/** The letter's address to pass on: a field to copy from, a mail to a friend. The button shows where it works. */
export function Share({ title, url }: ShareProps) {
  const mail = `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(`I signed this open letter:\n${url}`)}`;
  return (
    <section>
      <h2>Pass the letter on</h2>
      <div className="share">
        <div className="field">
          <label htmlFor={fieldId("share")}>Its address</label>
          <input id={fieldId("share")} readOnly value={url} />
        </div>
        <button className="button button-quiet" type="button" data-copies={fieldId("share")} hidden>
          Copy
        </button>
      </div>
      <p className="actions">
        <a href={mail}>Send it by mail</a>
      </p>
      <script type="module" src={script} />
    </section>
  );
}
