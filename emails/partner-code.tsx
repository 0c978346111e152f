import { z } from "zod";
import { code, link, optionalText } from "./fields.ts";
import { printedName, senderName } from "./hostile-names.ts";
import { Code, Letter, Note, NoteLink, Paragraph, Title } from "./layout.tsx";

/** Six digits without which nobody takes an organisation's contacts: its page's link alone may have been passed on. */
export const props = z.object({
  organisation: z.string(),
  campaignName: z.string(),
  /** The name that the campaign mails in, where it is not its own. */
  senderName: optionalText,
  letterUrl: link,
  code,
  minutes: z.number().int().positive(),
});

export const sort = "transactional";

export type Props = z.infer<typeof props>;

export function subject({ campaignName }: Props) {
  return `Your code for the contacts: ${campaignName}`;
}

export function preview({ code: digits }: Props) {
  return `The code is ${digits}.`;
}

export function envelope({ campaignName, senderName: sender }: Props) {
  return { fromName: `${senderName(sender || campaignName)} via Countersign`, headers: { "Auto-Submitted": "auto-generated" } };
}

export default function PartnerCode(card: Props) {
  return (
    <Letter preview={preview(card)} foot={<Foot {...card} />}>
      <Title>Your code</Title>
      <Paragraph>
        Somebody is about to download the contacts that agreed to be told to {printedName(card.organisation)}. If it is you, type this code
        on your page. It works for {card.minutes} minutes, and the file can be taken once.
      </Paragraph>
      <Code>{card.code}</Code>
      <Paragraph>
        Was it not you? Give the code to nobody, and ask the campaign’s organizers for a new link to your page: somebody else has the old one.
      </Paragraph>
    </Letter>
  );
}

function Foot({ letterUrl, campaignName }: Props) {
  return (
    <Note>
      You get this mail because your organisation co-signs the open letter of the campaign {printedName(campaignName)}:{" "}
      <NoteLink href={letterUrl}>read it</NoteLink>
    </Note>
  );
}
