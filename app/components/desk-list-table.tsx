import { Form, Link } from "@remix-run/react";
import type { Cell } from "#app/desk/lists/definition.ts";
import type { ListView } from "#app/desk/lists/list-view.ts";
import { ACT_PATHS, thingPath } from "./desk-list-links.ts";
import { Minute } from "./moment.tsx";
import { numberInWords } from "./number-words.ts";
import { type Ticks, useListTicks } from "./use-list-ticks.ts";

interface DeskListTableProps {
  slug: string;
  list: ListView;
}

/** The rows, to read and to tick. The form asks what is to happen; nothing happens before it was confirmed there. */
export function DeskListTable({ slug, list }: DeskListTableProps) {
  const ids = list.rows.map(({ id }) => id);
  const ticks = useListTicks(list.query, ids);
  const canTick = list.acts.length > 0;
  return (
    <Form method="post">
      <table className="desk-table desk-table-stacking">
        <thead>
          <tr>
            {canTick && (
              <th scope="col" className="desk-tick">
                <PageTick ticks={ticks} />
              </th>
            )}
            {list.columns.map((column) => (
              <ColumnHead key={column.name} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {list.rows.map(({ id, cells }) => (
            <tr key={id} data-row>
              {canTick && (
                <td className="desk-tick">
                  <input type="checkbox" name="id" value={id} checked={ticks.has(id)} onChange={() => ticks.turn(id)} aria-label={`Tick ${nameOf(list, cells)}`} />
                </td>
              )}
              {list.columns.map((column, place) => (
                <ColumnCell key={column.name} slug={slug} column={column} cell={cells[place]} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {canTick && <Acts slug={slug} list={list} ticks={ticks} />}
    </Form>
  );
}

function PageTick({ ticks }: { ticks: Ticks }) {
  if (!ticks.isAlive) return <span className="unseen">Ticked</span>;
  return <input type="checkbox" checked={ticks.isWholePage} onChange={ticks.turnPage} aria-label="Tick every row of this page" />;
}

/** What can be done, and to which rows. */
function Acts({ slug, list, ticks }: DeskListTableProps & { ticks: Ticks }) {
  const { total, many } = list;
  const all = `${total.isMore ? "more than " : ""}${numberInWords(total.count)}`;
  return (
    <fieldset className="desk-acts">
      <legend className="unseen">What to do, and with which {many}</legend>
      <input type="hidden" name="query" value={list.query} />
      {ticks.elsewhere.map((id) => (
        <input key={id} type="hidden" name="id" value={id} />
      ))}
      <div className="desk-acts-which">
        <label>
          <input type="radio" name="which" value="ticked" defaultChecked /> {ticks.isAlive ? `The ${ticks.count} ticked` : "The ticked rows"}
          {ticks.elsewhere.length > 0 && <span className="quiet">, {ticks.elsewhere.length} of them on other pages</span>}
        </label>
        <label>
          <input type="radio" name="which" value="all" /> All {all} {list.chips.length > 0 ? "that match" : many}
        </label>
      </div>
      <div className="actions">
        {list.acts.map(({ name, title }) => (
          <button key={name} className="button button-quiet" formAction={ACT_PATHS[name](slug, list.name)}>
            {title}
          </button>
        ))}
        {ticks.count > 0 && (
          <button type="button" className="link-button" onClick={ticks.clear}>
            Untick all
          </button>
        )}
      </div>
    </fieldset>
  );
}

function ColumnHead({ column }: { column: ListView["columns"][number] }) {
  const { title, isNumber, sort } = column;
  const isSorted = sort !== undefined && sort.is !== "none";
  return (
    <th scope="col" className={isNumber ? "desk-number" : undefined} aria-sort={isSorted ? sort.is : undefined}>
      {sort ? (
        <Link to={sort.query}>
          {title}
          {isSorted && <span aria-hidden="true"> {sort.is === "ascending" ? "↑" : "↓"}</span>}
        </Link>
      ) : (
        title
      )}
    </th>
  );
}

function ColumnCell({ slug, column, cell }: { slug: string; column: ListView["columns"][number]; cell: Cell | undefined }) {
  const content = cell && <CellContent slug={slug} cell={cell} />;
  if (column.isHead) return <th scope="row">{content}</th>;
  return (
    <td data-label={column.title} className={column.isNumber ? "desk-number" : undefined}>
      {content}
    </td>
  );
}

function CellContent({ slug, cell }: { slug: string; cell: Cell }) {
  const { text, at, thing, tone, folded, narrows } = cell;
  if (at) return <Minute at={at} />;
  if (folded) return folded.length === 0 ? null : <Folded lines={folded} />;
  if (text === "") return null;
  if (DAY.test(text)) return <time dateTime={text}>{text}</time>;
  const path = thing && thingPath(slug, thing);
  const words = <bdi className={tone && TONES[tone]}>{hasLongWord(text) ? <span className="desk-address">{text}</span> : text}</bdi>;
  if (narrows !== undefined) return <Link to={`?${narrows}`}>{words}</Link>;
  return path ? <Link to={path}>{words}</Link> : words;
}

const TONES = { quiet: "quiet", attention: "desk-mark-attention" };

const DAY = /^\d{4}-\d\d-\d\d$/;

/** An address, say: it may break anywhere, so that no column takes the room of all others. */
function hasLongWord(text: string) {
  return text.split(/\s+/).some((word) => word.length > LONGEST_WHOLE_WORD);
}

const LONGEST_WHOLE_WORD = 20;

function Folded({ lines }: { lines: readonly string[] }) {
  return (
    <details>
      <summary>{lines.length === 1 ? "1 value" : `${lines.length} values`}</summary>
      <ul className="desk-list-folded">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}

function nameOf(list: ListView, cells: Cell[]) {
  return cells[list.columns.findIndex(({ isHead }) => isHead)]?.text ?? list.one;
}
