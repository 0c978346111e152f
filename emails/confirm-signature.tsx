import { z } from "zod";
import { code, link, optionalText } from "./fields.ts";
import { printedName, senderName } from "./hostile-names.ts";
import { Action, Code, Letter, Note, NoteLink, Paragraph, Title } from "./layout.tsx";

/** Asks the owner of an address whether they signed. It holds no promotion: nobody has agreed to any yet. */
export const props = z.object({
  name: z.string(),
  campaignName: z.string(),
  /** The name that the campaign mails in, where it is not its own. */
  senderName: optionalText,
  letterTitle: z.string(),
  /** Where a button confirms; opening it changes nothing. */
  confirmUrl: link,
  code,
  /** "It wasn't me". */
  denyUrl: link,
  expiresInDays: z.number().int().positive(),
});

export type Props = z.infer<typeof props>;

export const sort = "transactional";

export function subject({ letterTitle }: Props) {
  return `Confirm your signature: ${letterTitle}`;
}

export function preview({ code: digits }: Props) {
  return `Your signature counts once you confirm it. Your code is ${digits}.`;
}

export function envelope({ campaignName, senderName: sender }: Props) {
  return { fromName: `${senderName(sender || campaignName)} via Countersign`, headers: { "Auto-Submitted": "auto-generated" } };
}

export default function ConfirmSignature(card: Props) {
  return (
    <Letter preview={preview(card)} foot={<Foot {...card} />}>
      <Title>Is this your signature?</Title>
      <Paragraph>{printedName(card.name)},</Paragraph>
      <Paragraph>
        Somebody, we think you, signed the letter “{card.letterTitle}” with this address. The signature counts once you
        confirm it.
      </Paragraph>
      <Action href={card.confirmUrl}>Confirm my signature</Action>
      <Paragraph>Or type this code on the page where you signed:</Paragraph>
      <Code>{card.code}</Code>
    </Letter>
  );
}

function Foot({ campaignName, denyUrl, expiresInDays }: Props) {
  return (
    <>
      <Note>
        You get this mail because your address was typed into the form of {campaignName}. If you do nothing, nothing is
        published and the request ends after {expiresInDays} {expiresInDays === 1 ? "day" : "days"}.
      </Note>
      <NoteLink href={denyUrl}>It wasn’t me: remove the request</NoteLink>
    </>
  );
}
