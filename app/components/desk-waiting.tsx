import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { MessageHold, Waiting } from "#app/desk/waiting.server.ts";
import { paths } from "#app/http/paths.ts";
import { RESPONSE_KINDS } from "#app/responses/response-words.ts";
import { Day } from "./day.tsx";

interface DeskWaitingProps {
  slug: string;
  waiting: Waiting;
}

const HOLDS: Record<MessageHold, string> = {
  campaign: "held: the campaign is not open",
  "test mode": "held: the campaign is in test mode, and its organizers get copies",
  paused: "held: sending to their retailer is paused",
  "no contact": "held: their retailer has no working address",
  "its turn": "about to leave",
};

const FAILURES = {
  failed: "could not be sent",
  bounced: "came back",
  suppressed: "not sent, for the address does not take our mail",
  complained: "reported as unwanted",
} as const;

/** What needs a human, before anything else on the desk. */
export function DeskWaiting({ slug, waiting }: DeskWaitingProps) {
  const { withoutContact, bouncing, drafts, messages, failedMail } = waiting;
  const isClear = [withoutContact, bouncing, drafts, messages, failedMail].every(({ length }) => length === 0);
  return (
    <section className="desk-waiting" aria-labelledby="waiting">
      <h2 id="waiting">What waits for you</h2>
      {isClear ? (
        <p>Nothing. Every target has a working contact, every record is published, and no message is held.</p>
      ) : (
        <ul className="ruled">
          {drafts.map((draft) => (
            <Item key={draft.id} title="Draft to publish">
              <Link to={paths.deskResponse(slug, draft.id)}>
                {draft.retailer}: {RESPONSE_KINDS[draft.kind].word.toLowerCase()} of <Day on={draft.happenedOn} />
              </Link>
            </Item>
          ))}
          {withoutContact.map((target) => (
            <Item key={target.slug} title="No working contact">
              <Link to={paths.deskContacts(slug, target.slug)}>Give {target.name} an address</Link>
            </Item>
          ))}
          {bouncing.map((contact) => (
            <Item key={`${contact.slug} ${contact.role}`} title="Bouncing contact">
              <Link to={paths.deskContacts(slug, contact.slug)}>
                {contact.name}, {contact.role}
              </Link>
              {contact.reason && <span className="quiet"> {contact.reason}</span>}
            </Item>
          ))}
          {messages.map(({ hold, count }) => (
            <Item key={hold} title="Messages">
              <strong className="number">{count.toLocaleString("en")}</strong> {HOLDS[hold]}
            </Item>
          ))}
          {failedMail.map(({ isDemands, state, count }) => (
            <Item key={`${isDemands} ${state}`} title="Mail that failed">
              <strong className="number">{count.toLocaleString("en")}</strong>{" "}
              {isDemands ? "to retailers" : "to signers"} {FAILURES[state]} in the last seven days
            </Item>
          ))}
        </ul>
      )}
    </section>
  );
}

function Item({ title, children }: { title: string; children: ReactNode }) {
  return (
    <li className="desk-item">
      <span className="desk-item-title">{title}</span>
      <span>{children}</span>
    </li>
  );
}
