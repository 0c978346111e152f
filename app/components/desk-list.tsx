import { Link } from "@remix-run/react";
import { useRef } from "react";
import type { ListView } from "#app/desk/lists/list-view.ts";
import { DeskListFilters } from "./desk-list-filters.tsx";
import { listPath } from "./desk-list-links.ts";
import { DeskListPager } from "./desk-list-pager.tsx";
import { DeskListTable } from "./desk-list-table.tsx";
import { DeskListViews } from "./desk-list-views.tsx";
import { numberInWords } from "./number-words.ts";
import { useListKeys } from "./use-list-keys.ts";

/** A list of the desk: its views, its filters, its rows and the ways on. All of it works by links and forms alone. */
export function DeskList({ slug, list }: { slug: string; list: ListView }) {
  const place = useRef<HTMLDivElement>(null);
  useListKeys(place);
  const { rows, total, notes } = list;
  return (
    <div className="desk-list" ref={place}>
      <DeskListViews slug={slug} list={list} />
      <DeskListFilters key={list.query} list={list} />
      {notes.length > 0 && (
        <div className="notice" role="status">
          {notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </div>
      )}
      <div className="desk-list-head">
        <p className="number" role="status">
          {tellTotal(total, list)}
        </p>
        {list.chips.length > 0 && (
          <ul className="desk-chips" aria-label="Filters that stand">
            {list.chips.map(({ words, query }) => (
              <li key={words}>
                <Link to={query}>
                  <span className="unseen">Take away: </span>
                  <bdi>{words}</bdi> <span aria-hidden="true">×</span>
                </Link>
              </li>
            ))}
            {list.chips.length > 1 && (
              <li>
                <Link to={listPath(slug, list.name)}>Take all away</Link>
              </li>
            )}
          </ul>
        )}
      </div>
      {rows.length === 0 ? <Empty slug={slug} list={list} /> : <DeskListTable slug={slug} list={list} />}
      <DeskListPager pager={list.pager} />
      <details className="desk-list-help">
        <summary>Keys</summary>
        <p>
          Everything can be reached with Tab. <kbd>/</kbd> goes to the first filter. In the table <kbd>j</kbd> or <kbd>↓</kbd> goes a row
          down, <kbd>k</kbd> or <kbd>↑</kbd> a row up; <kbd>x</kbd> ticks it where rows can be ticked, Enter opens it.
        </p>
      </details>
    </div>
  );
}

function Empty({ slug, list }: { slug: string; list: ListView }) {
  const isNarrowed = list.chips.length > 0;
  const isBeyond = !isNarrowed && list.total.count > 0;
  return (
    <div className="desk-list-empty">
      <p>{isNarrowed || isBeyond ? `No ${list.one} matches ${isBeyond ? "this page" : "these filters"}.` : list.nothingYet}</p>
      {(isNarrowed || isBeyond) && (
        <p>
          Take one of them away above, or <Link to={listPath(slug, list.name)}>see all {list.many}</Link>.
        </p>
      )}
    </div>
  );
}

function tellTotal({ count, isMore }: ListView["total"], { one, many, chips }: ListView) {
  const number = `${isMore ? "More than " : ""}${numberInWords(count)} ${count === 1 && !isMore ? one : many}`;
  return chips.length === 0 ? number : `${number} ${count === 1 && !isMore ? "matches" : "match"}`;
}
