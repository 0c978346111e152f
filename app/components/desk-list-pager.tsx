import { Link } from "@remix-run/react";
import type { ListView } from "#app/desk/lists/list-view.ts";
import { numberInWords } from "./number-words.ts";

/** First, previous, next, last: a link each, or the word alone where there is no way. */
export function DeskListPager({ pager }: { pager: ListView["pager"] }) {
  const { number, first, previous, next, last } = pager;
  if (!previous && !next) return null;
  const ways = [
    { word: "First", to: first },
    { word: "Previous", to: previous, rel: "prev" },
    { word: "Next", to: next, rel: "next" },
    { word: "Last", to: last },
  ];
  return (
    <nav className="desk-pager" aria-label="Pages">
      {ways.map(({ word, to, rel }) =>
        to ? (
          <Link key={word} to={to} rel={rel} preventScrollReset={false}>
            {word}
          </Link>
        ) : (
          <span key={word} className="quiet" aria-hidden="true">
            {word}
          </span>
        ),
      )}
      <span className="quiet number">{pageWords(number, next !== undefined)}</span>
    </nav>
  );
}

function pageWords(number: number | null, hasNext: boolean) {
  if (number !== null) return `Page ${numberInWords(number)}`;
  return hasNext ? "" : "The last page";
}
