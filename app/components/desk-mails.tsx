import { Minute } from "./moment.tsx";

interface DeskMailsProps {
  mails: { id: string; word: string; state: string; isTrouble: boolean; reason: string | null; dueAt: Date; sentAt: Date | null }[];
}

/** Mails that left, or are to leave, for one thing. */
export function DeskMails({ mails }: DeskMailsProps) {
  if (mails.length === 0) return <p>None.</p>;
  return (
    <table className="desk-table desk-table-stacking">
      <thead>
        <tr>
          <th scope="col">Mail</th>
          <th scope="col">State</th>
          <th scope="col">Reason</th>
          <th scope="col">Due (UTC)</th>
          <th scope="col">Sent (UTC)</th>
        </tr>
      </thead>
      <tbody>
        {mails.map(({ id, word, state, isTrouble, reason, dueAt, sentAt }) => (
          <tr key={id}>
            <th scope="row" className="desk-address">{word}</th>
            <td data-label="State" className={isTrouble ? "desk-mark-attention" : undefined}>{state}</td>
            <td data-label="Reason">{reason}</td>
            <td data-label="Due (UTC)"><Minute at={dueAt} /></td>
            <td data-label="Sent (UTC)">{sentAt && <Minute at={sentAt} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
