import { z } from "zod";
import { link, optionalText } from "./fields.ts";
import { printedName, senderName } from "./hostile-names.ts";
import { Letter, Note, NoteLink, Notice, OwnWords } from "./layout.tsx";

/** One signer's message to one retailer. The signer's address is in Reply-To alone, and only if they chose so. */
export const props = z.object({
  subject: z.string().min(1),
  /** The signer's words; an empty line begins a new paragraph. */
  body: z.string().min(1),
  signerName: z.string(),
  signerPlace: optionalText,
  retailerName: z.string(),
  campaignName: z.string(),
  letterUrl: link,
  /** Where a recipient reads what Countersign is and how to answer for all signers at once. */
  aboutUrl: link,
  /** Where the answer goes: a tagged address of ours, or the signer's own. Without it, to the platform. */
  replyTo: z.email().nullish(),
  /** In test mode: the retailer it would have gone to, while it goes to the organizers. */
  testFor: optionalText,
});

export type Props = z.infer<typeof props>;

export const sort = "transactional";

export function subject({ subject: written, testFor }: Props) {
  return testFor ? `[Test for ${testFor}] ${written}` : written;
}

export function preview({ signerName, campaignName }: Props) {
  return `A message from ${printedName(signerName)}, who signed ${campaignName}.`;
}

export function envelope({ signerName, replyTo }: Props) {
  return { fromName: `${senderName(signerName)} via Countersign`, ...(replyTo ? { replyTo } : {}) };
}

export default function Demands(card: Props) {
  return (
    <Letter preview={preview(card)} foot={<Foot {...card} />}>
      {card.testFor ? (
        <Notice>
          Test: the campaign is not live yet, so this mail came to its organizers and not to {card.testFor}.
        </Notice>
      ) : null}
      <OwnWords>{card.body}</OwnWords>
    </Letter>
  );
}

function Foot({ signerName, signerPlace, retailerName, campaignName, letterUrl, aboutUrl }: Props) {
  const signer = printedName(signerName);
  return (
    <>
      <Note>
        {signer}
        {signerPlace ? ` (${printedName(signerPlace)})` : ""} wrote this to {retailerName} and asked Countersign to carry it, as
        part of the campaign {campaignName}. The signature was confirmed by mail; the words are the writer’s own. A reply
        to this mail answers it.
      </Note>
      <NoteLink href={letterUrl}>The letter that {signer} signed</NoteLink>
      <NoteLink href={aboutUrl}>Who sends this, how to answer once for all, and how to stop it</NoteLink>
    </>
  );
}
