// oxlint-disable-next-line import/default -- what Vite gives for ?url
import script from "#app/scripts/copy.js?url";
import { ChartDays } from "./chart-days.tsx";
import { fieldId } from "./field.tsx";
import { numberInWords } from "./number-words.ts";

interface PartnerNumbersProps {
  url: string;
  confirmed: number;
  days: { day: string; created: number; confirmed: number }[];
}

/** The link to share, and who came by it: in all, and by the day. */
export function PartnerNumbers({ url, confirmed, days }: PartnerNumbersProps) {
  const id = fieldId("partner-link");
  return (
    <section aria-labelledby="link-title">
      <h2 id="link-title">Your link</h2>
      <p>
        <strong>{numberInWords(confirmed)}</strong> {confirmed === 1 ? "person has" : "people have"} signed by it and confirmed. The numbers are
        counted by the clock, some minutes late; they say nothing about the person.
      </p>
      <div className="field">
        <label htmlFor={id}>Share this address with your people</label>
        <input id={id} readOnly value={url} dir="ltr" />
      </div>
      <p>
        <button className="button button-quiet" type="button" data-copies={id} hidden>
          Copy<span className="unseen"> the address</span>
        </button>
      </p>
      {days.some(({ created }) => created > 0) && <ChartDays days={days} />}
      <script type="module" src={script} />
    </section>
  );
}
