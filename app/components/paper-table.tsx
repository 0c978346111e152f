import { Link } from "@remix-run/react";
import { paths } from "#app/http/paths.ts";
import { Day } from "./day.tsx";
import { numberInWords } from "./number-words.ts";

interface PaperTableProps {
  slug: string;
  counts: { id: string; place: string; countedOn: string; number: number; note: string; recordedBy: string; removedAt: Date | null; removalReason: string | null }[];
  canRecord: boolean;
}

/** Counts by place and day. One that was removed stays to be read, and says why. */
export function PaperTable({ slug, counts, canRecord }: PaperTableProps) {
  if (counts.length === 0) return <p>Nothing was counted on paper yet.</p>;
  return (
    <table className="desk-table desk-table-stacking">
      <caption className="unseen">Signatures on paper by place and day</caption>
      <thead>
        <tr>
          <th scope="col">Place</th>
          <th scope="col">Counted on</th>
          <th scope="col">Signatures</th>
          <th scope="col">Note</th>
          <th scope="col">By</th>
          {canRecord && (
            <th scope="col">
              <span className="unseen">What can be done</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {counts.map(({ id, place, countedOn, number, note, recordedBy, removedAt, removalReason }) => (
          <tr key={id} className={removedAt ? "quiet" : undefined}>
            <th scope="row">
              <bdi>{place}</bdi>
            </th>
            <td data-label="Counted on">
              <Day on={countedOn} isShort />
            </td>
            <td data-label="Signatures" className="number">
              {removedAt ? <del>{numberInWords(number)}</del> : numberInWords(number)}
            </td>
            <td data-label="Note">
              {removedAt && <>Removed: <bdi>{removalReason}</bdi> </>}
              <bdi>{note}</bdi>
            </td>
            <td data-label="By">
              <bdi>{recordedBy}</bdi>
            </td>
            {canRecord && (
              <td>
                {!removedAt && (
                  <Link to={paths.deskPaperCount(slug, id)}>
                    Correct or remove<span className="unseen"> {place}</span>
                  </Link>
                )}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
