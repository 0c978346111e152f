import { paths } from "#app/http/paths.ts";
import { Day } from "./day.tsx";
import { numberInWords } from "./number-words.ts";

/** A register of millions has hundreds of pages: the first are linked, and the JSON says how the others are called. */
const PAGES_LINKED = 20;

interface RegisterFilesProps {
  slug: string;
  keys: readonly { id: string; publicKey: string; createdAt: Date; retiredAt: Date | null }[];
  pages: number;
  pageSize: number;
}

/** For those who recount by themselves. */
export function RegisterFiles({ slug, keys, pages, pageSize }: RegisterFilesProps) {
  return (
    <>
      <section>
        <h2>To recount it yourself</h2>
        <ul className="stack">
          <li>
            <a href={paths.registerJson(slug)}>The newest state and those of the last days</a>, with their signatures, as JSON
          </li>
          {pages > 0 && (
            <li>
              All entries, {numberInWords(pageSize)} a file, as CSV:{" "}
              {Array.from({ length: Math.min(pages, PAGES_LINKED) }, (_, page) => (
                <span key={page}>
                  <a href={paths.registerEntries(slug, page)}>file {numberInWords(page + 1)}</a>{" "}
                </span>
              ))}
              {pages > PAGES_LINKED && `and so on, to ${numberInWords(pages)}`}
            </li>
          )}
        </ul>
      </section>
      {keys.length > 0 && (
        <section>
          <h2>{keys.length === 1 ? "The key" : "The keys, newest first"}</h2>
          <ul className="ruled">
            {keys.map(({ id, publicKey, createdAt, retiredAt }) => (
              <li key={id}>
                <span className="digits">{publicKey}</span>
                <br />
                <span className="quiet">
                  {id}, in use from <Day on={createdAt} />
                  {retiredAt && (
                    <>
                      {" "}
                      to <Day on={retiredAt} />
                    </>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
