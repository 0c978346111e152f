import { z } from "zod";
import { code, link, optionalText } from "./fields.ts";
import { printedName, senderName } from "./hostile-names.ts";
import { Action, Code, Letter, Note, Paragraph, Title } from "./layout.tsx";

/** Sent when a confirmed address is signed again: the site says the same to everyone, its owner learns the truth here. */
export const props = z.object({
  name: z.string(),
  campaignName: z.string(),
  /** The name that the campaign mails in, where it is not its own. */
  senderName: optionalText,
  letterTitle: z.string(),
  /** The signer's own page. */
  meUrl: link,
  /** Proves to the page where the address was typed that its owner sits there. */
  code,
  /** The day they signed, as it should be read: "12 February 2019". */
  signedOn: optionalText,
});

export type Props = z.infer<typeof props>;

export const sort = "transactional";

export function subject({ letterTitle }: Props) {
  return `You have signed already: ${letterTitle}`;
}

export function preview({ code: digits }: Props) {
  return `Nothing changed. Your code is ${digits}.`;
}

export function envelope({ campaignName, senderName: sender }: Props) {
  return { fromName: `${senderName(sender || campaignName)} via Countersign`, headers: { "Auto-Submitted": "auto-generated" } };
}

export default function AlreadySigned(card: Props) {
  return (
    <Letter preview={preview(card)} foot={<Foot {...card} />}>
      <Title>You have signed already</Title>
      <Paragraph>{printedName(card.name)},</Paragraph>
      <Paragraph>
        You signed the letter “{card.letterTitle}”{card.signedOn ? ` on ${card.signedOn}` : ""}, and your signature counts.
        The form was filled in again with this address; nothing changed.
      </Paragraph>
      <Action href={card.meUrl}>Open my page</Action>
      <Paragraph>To go on where the form was filled in, type this code there:</Paragraph>
      <Code>{card.code}</Code>
    </Letter>
  );
}

function Foot({ campaignName }: Props) {
  return (
    <Note>
      You get this mail because your address was typed into the form of {campaignName}. If that wasn’t you, there is nothing
      to do: whoever it was learned nothing about you and cannot go on without this code.
    </Note>
  );
}
