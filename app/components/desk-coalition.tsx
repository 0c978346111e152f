import { Form } from "@remix-run/react";
import type { Refill } from "#app/http/form.ts";
import { DeskButton } from "./desk-button.tsx";
import { Field, fieldId } from "./field.tsx";
import { Moment } from "./moment.tsx";

interface CoSignRequest {
  id: string;
  organisation: string;
  url: string;
  contactName: string;
  contactRole: string;
  email: string;
  why: string | null;
  confirmedAt: Date | null;
}

interface Partner {
  id: string;
  name: string;
  /** Its own link to the letter; null while it has none. */
  url: string | null;
  /** Of its contact; null for one that was typed in, and so has no page. */
  email: string | null;
  mayDownload: boolean | null;
  downloadedAt: Date | null;
}

interface DeskCoalitionProps {
  requests: CoSignRequest[];
  partners: Partner[];
  formUrl: string;
  refill: Refill | undefined;
}

/** Organisations that want to sign, and those that do, with their links. */
export function DeskCoalition({ requests, partners, formUrl, refill }: DeskCoalitionProps) {
  return (
    <>
      <section aria-labelledby="requests-title">
        <h2 id="requests-title">Requests</h2>
        {requests.length === 0 && (
          <p>
            None waits. Organisations ask at <a href={formUrl}>their own form</a>, and come here once they have confirmed it by a mail to an
            address at their web site’s domain.
          </p>
        )}
        {requests.length > 0 && (
          <ul className="ruled" id={fieldId("requests")} tabIndex={-1}>
            {requests.map((request) => (
              <Request key={request.id} {...request} error={refill?.errors[`name-${request.id}`]} typed={refill?.typed[`name-${request.id}`]} />
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="partners-title">
        <h2 id="partners-title">Co-signers and their links</h2>
        {partners.length === 0 && <p>No organisation has signed yet.</p>}
        {partners.length > 0 && (
          <>
            <p>
              Whoever signs by an organisation’s link is counted as brought by it, and may agree that it gets their name and address. An approved
              organisation has a page of its own, from which it downloads those contacts once.
            </p>
            <ul className="ruled">
              {partners.map((partner) => (
                <PartnerLine key={partner.id} {...partner} />
              ))}
            </ul>
          </>
        )}
      </section>
    </>
  );
}

function Request({ id, organisation, url, contactName, contactRole, email, why, confirmedAt, error, typed }: CoSignRequest & { error: string | undefined; typed: string | undefined }) {
  return (
    <li className="desk-co-sign">
      <h3>
        <bdi>{organisation}</bdi>
      </h3>
      <p>
        <a href={url} rel="noopener noreferrer">
          <bdi>{url}</bdi>
        </a>
      </p>
      {why && <blockquote dir="auto">{why}</blockquote>}
      <p className="quiet">
        <bdi>{contactName}</bdi>, <bdi>{contactRole}</bdi>, <bdi>{email}</bdi>
        {confirmedAt && (
          <>
            , <Moment at={confirmedAt} />
          </>
        )}
      </p>
      <Form method="post" className="fields desk-form" preventScrollReset>
        <input type="hidden" name="id" value={id} />
        <Field name={`name-${id}`} label="As it will stand under the letter" value={typed ?? organisation} error={error} dir="auto" />
        <p className="actions">
          <DeskButton name="does" value="approve" busy="Approving…">
            Approve<span className="unseen"> {organisation}</span>
          </DeskButton>
          <DeskButton name="does" value="decline" busy="Declining…" isQuiet>
            Decline<span className="unseen"> {organisation}</span>
          </DeskButton>
        </p>
        <p className="field-hint">Approving mails them their links. Declining mails nothing: write to them yourself before, for their address is deleted with it.</p>
      </Form>
    </li>
  );
}

function PartnerLine({ id, name, url, email, mayDownload, downloadedAt }: Partner) {
  return (
    <li className="desk-co-sign desk-co-signer">
      <h3>
        <bdi>{name}</bdi>
      </h3>
      {url && (
        <p>
          <a href={url}>{url}</a>
        </p>
      )}
      {email && (
        <p className="quiet">
          Its page was mailed to <bdi>{email}</bdi>.{" "}
          {downloadedAt && (
            <>
              Contacts downloaded <Moment at={downloadedAt} />
              {mayDownload ? "; another is allowed." : "."}
            </>
          )}
        </p>
      )}
      <Form method="post" className="actions" preventScrollReset>
        <input type="hidden" name="id" value={id} />
        {!url && <Does value="link" busy="Making…" words="Make its link" name={name} />}
        {email && <Does value="renew" busy="Mailing…" words="Mail a new link to its page" name={name} />}
        {email && mayDownload === false && <Does value="allow" busy="Allowing…" words="Allow another download" name={name} />}
      </Form>
    </li>
  );
}

function Does({ value, busy, words, name }: { value: string; busy: string; words: string; name: string }) {
  return (
    <DeskButton name="does" value={value} busy={busy} isQuiet>
      {words}
      <span className="unseen">: {name}</span>
    </DeskButton>
  );
}
