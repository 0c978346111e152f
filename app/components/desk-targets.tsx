import { Link } from "@remix-run/react";
import type { DeskTarget } from "#app/desk/targets.server.ts";
import { paths } from "#app/http/paths.ts";
import { RESPONSE_KINDS } from "#app/responses/response-words.ts";
import { Day } from "./day.tsx";
import { numberInWords } from "./number-words.ts";

interface DeskTargetsProps {
  slug: string;
  targets: DeskTarget[];
}

export function DeskTargets({ slug, targets }: DeskTargetsProps) {
  return (
    <table className="desk-table desk-table-stacking">
      <thead>
        <tr>
          <th scope="col">Retailer</th>
          <th scope="col">Contact state</th>
          <th scope="col">Addresses</th>
          <th scope="col">Asked on</th>
          <th scope="col" className="desk-number">Waiting</th>
          <th scope="col" className="desk-number">Sent</th>
          <th scope="col" className="desk-number">Delivered</th>
          <th scope="col" className="desk-number">Failed</th>
          <th scope="col" className="desk-number">Opened</th>
          <th scope="col">Last response</th>
        </tr>
      </thead>
      <tbody>
        {targets.map((target) => (
          <TargetRow key={target.slug} slug={slug} target={target} />
        ))}
      </tbody>
    </table>
  );
}

function TargetRow({ slug, target }: { slug: string; target: DeskTarget }) {
  const { name, isPaused, contact, hasWorkingContact, contactCount, askedOn, messages, lastResponse } = target;
  return (
    <tr>
      <th scope="row">
        <Link to={paths.deskTarget(slug, target.slug)}>{name}</Link>
        {isPaused && <span className="desk-mark-attention"> paused</span>}
      </th>
      <td data-label="Contact state">{contact}</td>
      <td data-label="Addresses" className={hasWorkingContact ? undefined : "desk-mark-attention"}>
        {hasWorkingContact ? contactCount : `${contactCount}, none working`}
      </td>
      <td data-label="Asked on">{askedOn ? <Day on={askedOn} isShort /> : "not asked"}</td>
      <Count label="Waiting" of={messages.waiting} />
      <Count label="Sent" of={messages.sent} />
      <Count label="Delivered" of={messages.delivered} />
      <Count label="Failed" of={messages.failed} />
      <Count label="Opened" of={messages.opened} />
      <td data-label="Last response">
        {lastResponse ? (
          <>
            {RESPONSE_KINDS[lastResponse.kind].word}, <Day on={lastResponse.happenedOn} isShort />
          </>
        ) : (
          "none"
        )}
      </td>
    </tr>
  );
}

function Count({ label, of }: { label: string; of: number }) {
  return (
    <td className="desk-number" data-label={label}>
      {numberInWords(of)}
    </td>
  );
}
