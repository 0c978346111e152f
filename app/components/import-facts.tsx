import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { paths } from "#app/http/paths.ts";
import { JOB_STATES, type JobState } from "#app/jobs/job-words.ts";
import { DeskButton } from "./desk-button.tsx";
import { fileSize } from "./file-size.ts";
import { Moment } from "./moment.tsx";
import { numberInWords } from "./number-words.ts";

interface ImportFactsProps {
  slug: string;
  file: {
    id: string;
    bytes: number;
    sentBy: string;
    createdAt: Date;
    droppedAt: Date | null;
    way: "mail" | "elsewhere" | null;
    verification: string | null;
    source: string | null;
    confirmed: number;
    encoding: string;
    delimiter: string;
  };
  brought: { id: string; state: JobState } | undefined;
  days: number;
}

const DELIMITERS: Record<string, string> = { ",": "commas", ";": "semicolons", "\t": "tabs" };
const ENCODINGS: Record<string, string> = { "utf-8": "UTF-8", "windows-1252": "Windows-1252 (it is not UTF-8: check the accents below)" };

/** What is known of a file, and what became of it. */
export function ImportFacts({ slug, file, brought, days }: ImportFactsProps) {
  const removal = paths.deskImportRemoval(slug, file.id);
  return (
    <section className="desk-panel" aria-label="The file">
      <dl className="desk-facts">
        <Fact name="Size">{fileSize(file.bytes)}</Fact>
        <Fact name="Columns parted by">{DELIMITERS[file.delimiter]}</Fact>
        <Fact name="Written in">{ENCODINGS[file.encoding]}</Fact>
        <Fact name="Sent by">
          <bdi>{file.sentBy}</bdi>
        </Fact>
        <Fact name="Sent on">
          <Moment at={file.createdAt} />
        </Fact>
        {brought && (
          <Fact name="Import">
            <Link to={paths.deskJob(slug, brought.id)}>{JOB_STATES[brought.state].word}</Link>
          </Fact>
        )}
        {file.way && <Fact name="They entered">{file.way === "mail" ? "each mailed to confirm" : "confirmed elsewhere"}</Fact>}
        {file.verification && (
          <Fact name="How they were confirmed">
            <bdi>{file.verification}</bdi>
          </Fact>
        )}
        {file.source && <Fact name="Source">{file.source}</Fact>}
        {file.way && <Fact name="Confirmed now">{numberInWords(file.confirmed)}</Fact>}
      </dl>
      {brought && <p className="quiet">To take the import back, open its job and undo it.</p>}
      {file.droppedAt ? <p className="quiet">The file was deleted.</p> : <p className="quiet">The file is kept for {days} days, and is then deleted with what was found in it.</p>}
      {!brought && !file.droppedAt && (
        <Form method="post" action={removal}>
          <DeskButton isQuiet busy="Deleting…" action={removal}>
            Delete the file now
          </DeskButton>
        </Form>
      )}
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
