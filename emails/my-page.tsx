import { z } from "zod";
import { link, optionalText } from "./fields.ts";
import { printedName, senderName } from "./hostile-names.ts";
import { Action, Letter, Note, Paragraph, Title } from "./layout.tsx";

/** The link to a signer's own page, asked for on the site. */
export const props = z.object({
  name: z.string(),
  campaignName: z.string(),
  /** The name that the campaign mails in, where it is not its own. */
  senderName: optionalText,
  meUrl: link,
});

export type Props = z.infer<typeof props>;

export const sort = "transactional";

export function subject({ campaignName }: Props) {
  return `Your page: ${campaignName}`;
}

export function preview() {
  return "See, change, withdraw or erase what you signed and wrote.";
}

export function envelope({ campaignName, senderName: sender }: Props) {
  return { fromName: `${senderName(sender || campaignName)} via Countersign`, headers: { "Auto-Submitted": "auto-generated" } };
}

export default function MyPage(card: Props) {
  return (
    <Letter preview={preview()} foot={<Foot {...card} />}>
      <Title>Your page</Title>
      <Paragraph>{printedName(card.name)},</Paragraph>
      <Paragraph>
        Here you see whether your signature under {card.campaignName} counts, and everything else that is held for this address. You can change it,
        withdraw it, take it along as a file, or erase it.
      </Paragraph>
      <Action href={card.meUrl}>Open my page</Action>
      <Paragraph>The link is yours alone: whoever has it can do the same. Please do not pass this mail on.</Paragraph>
    </Letter>
  );
}

function Foot({ campaignName }: Props) {
  return (
    <Note>
      You get this mail because the link was asked for on the site of {campaignName}. If that wasn’t you, there is nothing to
      do: it was sent to nobody else.
    </Note>
  );
}
