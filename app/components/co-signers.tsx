import { Day } from "./day.tsx";

export interface CoSignersProps {
  coSigners: { name: string; url: string | null; joinedOn: string }[];
  language: string;
  /** Where other organisations ask to sign, while that can be asked. */
  askPath?: string | undefined;
}

/** Organisations that sign the letter, as a printed list; their number is counted from it. */
export function CoSigners({ coSigners, language, askPath }: CoSignersProps) {
  if (coSigners.length === 0) return askPath ? <AskToCoSign path={askPath} /> : null;
  return (
    <section className="print-too" aria-labelledby="co-signers-title">
      <h2 id="co-signers-title">
        Signed by {coSigners.length} {coSigners.length === 1 ? "organisation" : "organisations"}
      </h2>
      <ul className="roll">
        {coSigners.map(({ name, url, joinedOn }) => (
          <li key={name}>
            {url ? (
              <a href={url} rel="noopener noreferrer">
                <bdi>{name}</bdi>
              </a>
            ) : (
              <bdi>{name}</bdi>
            )}
            <Day on={joinedOn} language={language} isShort />
          </li>
        ))}
      </ul>
      {askPath && <AskToCoSign path={askPath} />}
    </section>
  );
}

function AskToCoSign({ path }: { path: string }) {
  return (
    <p className="co-sign-way">
      Do you speak for an organisation? <a href={path}>Co-sign the letter</a>
    </p>
  );
}
