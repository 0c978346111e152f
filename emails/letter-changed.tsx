import { z } from "zod";
import { link, optionalText } from "./fields.ts";
import { printedName, senderName } from "./hostile-names.ts";
import { Action, Letter, Note, NoteLink, Paragraph, Title } from "./layout.tsx";
import { unsubscribeUrl, WayOut } from "./way-out.tsx";

/** Asks a signer, once about each change, whether their signature stands under the new text too. */
export const props = z.object({
  name: z.string(),
  campaignName: z.string(),
  /** The name that the campaign mails in, where it is not its own. */
  senderName: optionalText,
  letterTitle: z.string(),
  /** What changed, in the organizer's words. */
  changeSummary: z.string(),
  /** The version that they signed. */
  signedNumber: z.number().int().positive(),
  /** Where a button agrees; opening it changes nothing. */
  agreeUrl: link,
  /** The two texts, word by word. */
  changesUrl: link,
  withdrawUrl: link,
  meUrl: link,
  unsubscribeUrl,
});

/** See emails/mail-sorts.ts. */
export const sort = "letter changes";

export type Props = z.infer<typeof props>;

export function subject({ letterTitle }: Props) {
  return `The letter you signed has changed: ${letterTitle}`;
}

export function preview() {
  return "Read what changed, and say whether you agree to the new text.";
}

export function envelope({ campaignName, senderName: sender }: Props) {
  return { fromName: `${senderName(sender || campaignName)} via Countersign`, headers: { "Auto-Submitted": "auto-generated" } };
}

export default function LetterChanged(card: Props) {
  const { name, letterTitle, changeSummary, signedNumber, agreeUrl, changesUrl } = card;
  return (
    <Letter preview={preview()} foot={<Foot {...card} />}>
      <Title>The letter you signed has changed</Title>
      <Paragraph>{printedName(name)},</Paragraph>
      <Paragraph>
        You signed version {signedNumber} of the letter “{letterTitle}”. Since then its organizers have changed what it asks or claims:
      </Paragraph>
      <Paragraph>{changeSummary}</Paragraph>
      <NoteLink href={changesUrl}>Read what changed, word by word</NoteLink>
      <Paragraph>
        If you agree, your signature counts under the new text. If you do nothing, it stays under the text you signed and is counted there.
      </Paragraph>
      <Action href={agreeUrl}>I agree to the new text</Action>
    </Letter>
  );
}

function Foot({ campaignName, withdrawUrl, meUrl, unsubscribeUrl: endUrl }: Props) {
  return (
    <>
      <Note>
        You get this mail because your signature under {campaignName} is confirmed. We ask once about this change, and not again. The links
        are yours alone: please do not pass this mail on.
      </Note>
      <NoteLink href={meUrl}>Open my page</NoteLink>
      <NoteLink href={withdrawUrl}>Withdraw my signature</NoteLink>
      <WayOut unsubscribeUrl={endUrl}>No more mails about changes</WayOut>
    </>
  );
}
