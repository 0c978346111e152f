import { paths } from "#app/http/paths.ts";

interface FootProps {
  /** The campaign whose signers may ask for their own page here. */
  slug?: string | undefined;
  /** Whom to ask about personal data; none on pages of the house. */
  privacyContact?: string | undefined;
}

export function Foot({ slug, privacyContact }: FootProps) {
  return (
    <footer className="foot">
      <div className="foot-row">
        <div>
          <p>
            A signature is counted once its owner has confirmed it by mail, and never before. Withdrawn and removed
            signatures are not counted.
            {slug && (
              <>
                {" "}
                <a href={paths.counting(slug)}>How we count</a>
              </>
            )}
          </p>
          <p>
            {slug && (
              <>
                <a href={paths.press(slug)}>For the press</a> · <a href={paths.posts(slug)}>News</a> · <a href={paths.register(slug)}>The register</a> ·{" "}
              </>
            )}
            <a href={paths.archive()}>Letters that have ended</a> · <a href={paths.howWeMail()}>How we send mail</a>
          </p>
        </div>
        <div>
          <p>
            We keep what you type into a form and when you did, for this campaign; for a week also from which network, against
            misuse; and nothing else. No trackers, no third
            parties.
            {" "}
            <a href={slug ? paths.askForMe(slug) : paths.askForMeAnywhere()}>Your own page</a> shows all of it and lets you change, withdraw or erase it.
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
