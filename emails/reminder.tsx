import { z } from "zod";
import { code, link, optionalText } from "./fields.ts";
import { printedName, senderName } from "./hostile-names.ts";
import { Action, Code, Letter, Note, NoteLink, Paragraph, Title } from "./layout.tsx";
import { unsubscribeUrl, WayOut } from "./way-out.tsx";

/** The one reminder of a request that nobody has answered. It holds no promotion: nobody has agreed to any yet. */
export const props = z.object({
  name: z.string(),
  campaignName: z.string(),
  /** The name that the campaign mails in, where it is not its own. */
  senderName: optionalText,
  letterTitle: z.string(),
  /** The day they signed, as it should be read: "12 February 2019". */
  signedOn: z.string(),
  /** Where a button confirms; opening it changes nothing. */
  confirmUrl: link,
  code,
  /** "It wasn't me". */
  denyUrl: link,
  /** Whole days until the request is forgotten. */
  endsInDays: z.number().int().positive(),
  unsubscribeUrl,
});

/** See emails/mail-sorts.ts. */
export const sort = "reminders";

export type Props = z.infer<typeof props>;

export function subject({ letterTitle }: Props) {
  return `Not confirmed yet: ${letterTitle}`;
}

export function preview({ code: digits }: Props) {
  return `Your signature does not count yet. This is the only reminder. Your code is ${digits}.`;
}

export function envelope({ campaignName, senderName: sender }: Props) {
  return { fromName: `${senderName(sender || campaignName)} via Countersign`, headers: { "Auto-Submitted": "auto-generated" } };
}

export default function Reminder(card: Props) {
  return (
    <Letter preview={preview(card)} foot={<Foot {...card} />}>
      <Title>Your signature does not count yet</Title>
      <Paragraph>{printedName(card.name)},</Paragraph>
      <Paragraph>
        On {card.signedOn} somebody, we think you, signed the letter “{card.letterTitle}” with this address, and has not confirmed it
        since. It counts once you do.
      </Paragraph>
      <Action href={card.confirmUrl}>Confirm my signature</Action>
      <Paragraph>Or type this code on the page where you signed:</Paragraph>
      <Code>{card.code}</Code>
      <Paragraph>
        This is the only reminder. If you do nothing, the request ends {inDays(card.endsInDays)} and what was typed is deleted.
      </Paragraph>
    </Letter>
  );
}

function Foot({ campaignName, denyUrl, unsubscribeUrl: endUrl }: Props) {
  return (
    <>
      <Note>You get this mail because your address was typed into the form of {campaignName}. Nothing of it is published.</Note>
      <NoteLink href={denyUrl}>It wasn’t me: remove the request</NoteLink>
      <WayOut unsubscribeUrl={endUrl}>No more reminders</WayOut>
    </>
  );
}

function inDays(days: number) {
  return days === 1 ? "within a day" : `in ${days} days`;
}
