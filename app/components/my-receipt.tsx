import { paths } from "#app/http/paths.ts";
import { Moment } from "./moment.tsx";
import { numberInWords } from "./number-words.ts";

/** What a page shows of a receipt; the file holds the rest. */
export interface ShownReceipt {
  outcome: "found" | "waiting" | "none";
  entry?: number;
  count?: number;
  signedAt?: string;
}

interface MyReceiptProps {
  token: string;
  signatureId: string;
  slug: string;
  receipt: ShownReceipt;
  /** Withdrawn or removed since, the signature keeps its entry, and another takes it back. */
  counts: boolean;
}

/** "Did my signature count?", with something to hold in the hand. */
export function MyReceipt({ token, signatureId, slug, receipt: { outcome, entry = 0, count = 0, signedAt = "" }, counts }: MyReceiptProps) {
  if (outcome === "none") return null;
  return (
    <section>
      <h3>Your receipt</h3>
      {outcome === "waiting" ? (
        <p>Your signature is being entered into the public register. In two minutes your receipt is here.</p>
      ) : (
        <>
          <p>
            Your signature is entry {numberInWords(entry)} of the <a href={paths.register(slug)}>public register</a>, as of{" "}
            <Moment at={new Date(signedAt)} />, when {numberInWords(count)} {count === 1 ? "signature" : "signatures"} counted.{" "}
            {!counts && "Since then it no longer counts, and an entry of its own says so. "}The receipt proves it, to you and to whom you show it. It holds your address; take the part “ownership” out before you publish it.
          </p>
          <p className="actions">
            <a className="button button-quiet" href={paths.myReceipt(token, signatureId)} download="receipt.json">
              Download receipt.json
            </a>
            <a href={paths.verify(slug)}>Check it</a>
          </p>
        </>
      )}
    </section>
  );
}
