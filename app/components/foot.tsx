import { paths } from "#app/http/paths.ts";

interface FootProps {
  /** Whom to ask about personal data; none on pages of the house. */
  privacyContact?: string | undefined;
}

export function Foot({ privacyContact }: FootProps) {
  return (
    <footer className="foot">
      <div className="foot-row">
        <div>
          <p>
            A signature is counted once its owner confirmed it by mail, and never before. Withdrawn and removed
            signatures are not counted.
          </p>
          <p>
            <a href={paths.howWeMail()}>How we send mail</a>
          </p>
        </div>
        <div>
          <p>
            We keep what you type into a form and when you did, for this campaign and nothing else. No trackers, no third
            parties. Your own page, linked in every mail we send you, shows all of it and removes it.
          </p>
          {privacyContact && (
            <p>
              Questions about your data: <a href={`mailto:${privacyContact}`}>{privacyContact}</a>
            </p>
          )}
        </div>
      </div>
    </footer>
  );
}
