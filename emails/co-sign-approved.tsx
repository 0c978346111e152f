import { z } from "zod";
import { link, optionalText } from "./fields.ts";
import { printedName, senderName } from "./hostile-names.ts";
import { Action, Letter, Note, NoteLink, Paragraph, Title } from "./layout.tsx";

/** An organisation's two links, once it has signed and whenever its page gets a new one. */
export const props = z.object({
  contactName: z.string(),
  organisation: z.string(),
  campaignName: z.string(),
  /** The name that the campaign mails in, where it is not its own. */
  senderName: optionalText,
  /** Its own link to the letter, for everybody. */
  letterUrl: link,
  /** Its own page, for itself alone. */
  partnerUrl: link,
});

export const sort = "transactional";

export type Props = z.infer<typeof props>;

export function subject({ campaignName }: Props) {
  return `Your organisation co-signs: ${campaignName}`;
}

export function preview() {
  return "Your own link to the letter, and your page.";
}

export function envelope({ campaignName, senderName: sender }: Props) {
  return { fromName: `${senderName(sender || campaignName)} via Countersign`, headers: { "Auto-Submitted": "auto-generated" } };
}

export default function CoSignApproved(card: Props) {
  return (
    <Letter preview={preview()} foot={<Foot {...card} />}>
      <Title>Your organisation co-signs</Title>
      <Paragraph>{printedName(card.contactName)},</Paragraph>
      <Paragraph>
        {printedName(card.organisation)} stands under the open letter of the campaign {printedName(card.campaignName)}. Your own page shows
        how many people sign by your link, and has the contacts of those who agreed to be told to you.
      </Paragraph>
      <Action href={card.partnerUrl}>Open our page</Action>
      <Paragraph>
        That link is your organisation’s alone; please do not pass this mail on. The one to share with your people is at its foot.
      </Paragraph>
    </Letter>
  );
}

function Foot({ letterUrl }: Props) {
  return (
    <Note>
      You get this mail because your organisation co-signs the letter and your address was given for it. To share with your people:{" "}
      <NoteLink href={letterUrl}>the letter, by your own link</NoteLink>
    </Note>
  );
}
