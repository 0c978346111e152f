import { z } from "zod";
import { link, optionalText } from "./fields.ts";
import { printedName, senderName } from "./hostile-names.ts";
import { Action, Letter, Note, NoteLink, Paragraph, Title } from "./layout.tsx";

/** Sent once, when a confirmed signature stands in the campaign's public register. */
export const props = z.object({
  name: z.string(),
  campaignName: z.string(),
  /** The name that the campaign mails in, where it is not its own. */
  senderName: optionalText,
  letterTitle: z.string(),
  /** Which entry of the register it is, from 1. */
  entry: z.number().int().positive(),
  commitment: z.string().regex(/^[0-9a-f]{64}$/),
  /** The signer's own page, where the receipt is. */
  meUrl: link,
  verifyUrl: link,
});

/** See emails/mail-sorts.ts. */
export const sort = "transactional";

export type Props = z.infer<typeof props>;

export function subject({ letterTitle }: Props) {
  return `Your signature counts: ${letterTitle}`;
}

export function preview({ entry }: Props) {
  return `It is entry ${entry.toLocaleString("en")} of the public register. Your page and your receipt are inside.`;
}

export function envelope({ campaignName, senderName: sender }: Props) {
  return { fromName: `${senderName(sender || campaignName)} via Countersign`, headers: { "Auto-Submitted": "auto-generated" } };
}

export default function SignatureConfirmed(card: Props) {
  return (
    <Letter preview={preview(card)} foot={<Foot {...card} />}>
      <Title>Your signature counts</Title>
      <Paragraph>{printedName(card.name)},</Paragraph>
      <Paragraph>
        Thank you. Your signature under the letter “{card.letterTitle}” is confirmed and counted. It is entry{" "}
        {card.entry.toLocaleString("en")} of the campaign’s public register, which shows that the number is not made up, and nobody’s name.
      </Paragraph>
      <Paragraph>Your page shows all that is held about you. There you find your receipt, and can change your mind at any time.</Paragraph>
      <Action href={card.meUrl}>Open my page</Action>
    </Letter>
  );
}

function Foot({ campaignName, commitment, verifyUrl }: Props) {
  return (
    <>
      <Note>Keep this mail: what was entered for you is {commitment}.</Note>
      <NoteLink href={verifyUrl}>Check a receipt</NoteLink>
      <Note>You get this mail, once, because you confirmed your signature for {campaignName}.</Note>
    </>
  );
}
