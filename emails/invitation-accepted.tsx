import { z } from "zod";
import { link } from "./fields.ts";
import { printedName } from "./hostile-names.ts";
import { Action, Letter, Note, Paragraph, Title } from "./layout.tsx";

/** To whoever invited: somebody has joined. */
export const props = z.object({
  /** As they call themselves. */
  name: z.string(),
  /** Where the invitation went, so that a strange name can be told. */
  address: z.string(),
  role: z.enum(["owner", "organizer", "reviewer", "viewer"]),
  campaignName: z.string(),
  /** Of the team's page. */
  url: link,
});

export type Props = z.infer<typeof props>;

export const sort = "transactional";

export function subject({ name, campaignName }: Props) {
  return `${printedName(name)} joined the team of “${printedName(campaignName)}”`;
}

export function preview({ role }: Props) {
  return `As ${role}, by your invitation.`;
}

export function envelope() {
  return { fromName: "Countersign", headers: { "Auto-Submitted": "auto-generated" } };
}

export default function InvitationAccepted(card: Props) {
  return (
    <Letter preview={preview(card)} foot={<Foot />}>
      <Title>Your invitation was accepted</Title>
      <Paragraph>
        {printedName(card.name)} joined the team of “{printedName(card.campaignName)}” as {card.role}, by the invitation that you
        sent to {printedName(card.address)}.
      </Paragraph>
      <Paragraph>If this is not whom you meant, remove them: they are out with their next click.</Paragraph>
      <Action href={card.url}>Open the team</Action>
    </Letter>
  );
}

function Foot() {
  return <Note>You get this mail because you sent the invitation.</Note>;
}
