import { paths } from "#app/http/paths.ts";
import { Field } from "./field.tsx";
import { Moment } from "./moment.tsx";
import { numberInWords } from "./number-words.ts";

interface PartnerContactsProps {
  token: string;
  organisation: string;
  privacyContact: string;
  agreed: number;
  mayDownload: boolean;
  downloadedAt: Date | null;
  isCodeMailed: boolean;
  /** What came of the form that was sent last. */
  answer: string;
}

const WRONG = "This code does not fit, or is too old. Check it against the newest mail, or have another one mailed.";

/** Those who agreed to be told to this organisation, as a file that can be taken once. */
export function PartnerContacts({ token, organisation, privacyContact, agreed, mayDownload, downloadedAt, isCodeMailed, answer }: PartnerContactsProps) {
  return (
    <section aria-labelledby="contacts-title" id="contacts">
      <h2 id="contacts-title">Contacts that agreed</h2>
      <p>
        <strong>{numberInWords(agreed)}</strong> of those who signed by your link and confirmed {agreed === 1 ? "agrees" : "agree"} that their
        name and e-mail address are told to <bdi>{organisation}</bdi>, who may write to them.
      </p>
      <p>
        The file has their names, addresses and countries, the sentence they agreed to, and when. Whoever takes the consent or the signature
        back is in no later file. Once you have the file, <strong>your organisation is responsible</strong> for what is in it, as the law on
        personal data has it: use it for nothing else, and delete whoever asks you to.
      </p>
      {mayDownload ? <Download token={token} isCodeMailed={isCodeMailed} answer={answer} /> : <Taken downloadedAt={downloadedAt} privacyContact={privacyContact} />}
    </section>
  );
}

function Taken({ downloadedAt, privacyContact }: Pick<PartnerContactsProps, "downloadedAt" | "privacyContact">) {
  return (
    <p className="notice">
      The file was downloaded{" "}
      {downloadedAt && (
        <>
          on <Moment at={downloadedAt} />
        </>
      )}
      . For another, ask the campaign’s organizers at {privacyContact}: they allow it again.
    </p>
  );
}

function Download({ token, isCodeMailed, answer }: Pick<PartnerContactsProps, "token" | "isCodeMailed" | "answer">) {
  return (
    <>
      <p>The file can be taken once: take it when your link has brought whom it can. A code for it is mailed to your contact.</p>
      {answer === "mailed" && <p className="notice">A code is on its way.</p>}
      {answer === "not-now" && <p className="notice">A code was mailed a moment ago. We wait five minutes before we send another.</p>}
      <form method="post" action={paths.partnerCode(token)}>
        <p>
          <button className={isCodeMailed ? "button button-quiet" : "button"} type="submit">
            Mail {isCodeMailed ? "another" : "the"} code
          </button>
        </p>
      </form>
      {isCodeMailed && (
        <form className="fields" method="post" action={paths.partnerContacts(token)} noValidate>
          <Field name="code" label="The code in the mail" inputMode="numeric" autoComplete="one-time-code" error={answer === "refused" ? WRONG : undefined} />
          <button className="button" type="submit">
            Download the contacts
          </button>
        </form>
      )}
    </>
  );
}
