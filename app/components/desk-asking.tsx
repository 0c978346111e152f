import { Form, Link } from "@remix-run/react";
import type { Askings } from "#app/signatures/letter-changes/askings.server.ts";
import { paths } from "#app/http/paths.ts";
import { DeskButton } from "./desk-button.tsx";
import { numberInWords } from "./number-words.ts";

interface DeskAskingProps {
  slug: string;
  version: { language: string; number: number; changeSummary: string; signatures: number | null; isEarlier: boolean; isMaterial: boolean; askings: Askings | null };
  /** It is the change that signers of its language are asked about today. */
  isAsked: boolean;
  /** The job that asks them now. */
  jobId: string | null;
  canAsk: boolean;
  newId: string;
}

/** What stands under a version, and what came of asking those who signed an earlier text. */
export function DeskAsking({ slug, version, isAsked, jobId, canAsk, newId }: DeskAskingProps) {
  const { language, number, changeSummary, signatures, isEarlier, isMaterial, askings } = version;
  const asking = paths.deskAsking(slug, language, number);
  return (
    <section className="desk-panel" aria-labelledby="standing">
      <h2 id="standing">Signatures under it</h2>
      <p>
        {signatures === null ? "Not counted yet: that takes some seconds after a second version." : signaturesInWords(signatures)}
        {isEarlier && " The letter has changed materially since; they are counted here until their signers agree."}
      </p>
      {isMaterial && changeSummary && (
        <p>
          A material change: <bdi dir="auto">{changeSummary}</bdi>
        </p>
      )}
      {askings && (
        <p>
          {numberInWords(askings.asked)} earlier {askings.asked === 1 ? "signer was" : "signers were"} asked, {numberInWords(askings.agreed)}{" "}
          {askings.agreed === 1 ? "has" : "have"} agreed.{isAsked && askings.isWhole && " Whoever is confirmed under an earlier text later is asked within a minute."}
        </p>
      )}
      {jobId && (
        <p>
          They are being asked now. <Link to={paths.deskJob(slug, jobId)}>See how far it is</Link>
        </p>
      )}
      {canAsk && isAsked && !jobId && !askings?.isWhole && (
        <Form method="post" action={asking}>
          <input type="hidden" name="job" value={newId} />
          <p>Not all were asked: the job was cancelled, or it failed. Whoever was asked is not asked twice.</p>
          <p className="actions">
            <DeskButton busy="Asking…" action={asking}>
              Ask the others
            </DeskButton>
          </p>
        </Form>
      )}
    </section>
  );
}

function signaturesInWords(count: number) {
  return count === 1 ? "1 confirmed signature is under this version." : `${numberInWords(count)} confirmed signatures are under this version.`;
}
