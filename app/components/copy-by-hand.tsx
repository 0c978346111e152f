import script from "#app/scripts/copy.js?url";
import { Page } from "./page.tsx";

interface CopyByHandProps {
  campaign: { slug: string; privacyContact: string };
  retailer: string;
  mail: { to: string; subject: string; body: string };
}

/** A message too long for a compose link: mail programs would cut it short. */
export function CopyByHand({ campaign, retailer, mail }: CopyByHandProps) {
  return (
    <Page campaign={campaign}>
      <h1>
        Copy your message to <bdi>{retailer}</bdi>
      </h1>
      <p className="lead">It is too long for a mail program to open by itself. Copy the three parts into a new mail.</p>
      <div className="fields">
        <Part id="to" label="To" text={mail.to} />
        <Part id="subject" label="Subject" text={mail.subject} />
        <Part id="body" label="Message" text={mail.body} isLong />
      </div>
      <script type="module" src={script} />
    </Page>
  );
}

function Part({ id, label, text, isLong = false }: { id: string; label: string; text: string; isLong?: boolean }) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {isLong ? <textarea id={id} readOnly rows={16} dir="auto" value={text} /> : <input id={id} readOnly dir="auto" value={text} />}
      <p>
        <button className="button button-quiet" type="button" data-copies={id} hidden>
          Copy
          <span className="unseen"> {label.toLowerCase()}</span>
        </button>
      </p>
    </div>
  );
}
