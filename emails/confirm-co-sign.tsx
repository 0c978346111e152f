import { z } from "zod";
import { link, optionalText } from "./fields.ts";
import { printedName, senderName } from "./hostile-names.ts";
import { Action, Letter, Note, Paragraph, Title } from "./layout.tsx";

/** Asks the owner of an address at an organisation whether it wants to sign the letter. */
export const props = z.object({
  contactName: z.string(),
  organisation: z.string(),
  campaignName: z.string(),
  /** The name that the campaign mails in, where it is not its own. */
  senderName: optionalText,
  /** Where a button confirms, and another says that it was not they; opening it changes nothing. */
  url: link,
  expiresInDays: z.number().int().positive(),
});

export const sort = "transactional";

export type Props = z.infer<typeof props>;

export function subject({ campaignName }: Props) {
  return `Confirm that your organisation wants to co-sign: ${campaignName}`;
}

export function preview() {
  return "The campaign’s organizers see the request once you confirm it.";
}

export function envelope({ campaignName, senderName: sender }: Props) {
  return { fromName: `${senderName(sender || campaignName)} via Countersign`, headers: { "Auto-Submitted": "auto-generated" } };
}

export default function ConfirmCoSign(card: Props) {
  return (
    <Letter preview={preview()} foot={<Foot {...card} />}>
      <Title>Did you ask to co-sign?</Title>
      <Paragraph>{printedName(card.contactName)},</Paragraph>
      <Paragraph>
        with your address somebody asked that {printedName(card.organisation)} co-sign the open letter of the campaign{" "}
        {printedName(card.campaignName)}. Once you confirm it, the campaign’s organizers see the request and decide.
      </Paragraph>
      <Action href={card.url}>See the request</Action>
      <Paragraph>The link works for {card.expiresInDays} days. It wasn’t you? Say so on the same page, and nothing of it is kept.</Paragraph>
    </Letter>
  );
}

function Foot({ campaignName }: Props) {
  return (
    <Note>
      You get this mail because your address was typed into a form of the campaign {printedName(campaignName)}. If you do nothing, the
      request is forgotten.
    </Note>
  );
}
