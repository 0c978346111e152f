import { z } from "zod";
import { link } from "./fields.ts";
import { printedName } from "./hostile-names.ts";
import { Action, Letter, Note, Paragraph, Title } from "./layout.tsx";

/** A place in a campaign's team. */
export const props = z.object({
  inviterName: z.string(),
  campaignName: z.string(),
  role: z.enum(["owner", "organizer", "reviewer", "viewer"]),
  /** What that role may do, in a few words. */
  roleMeaning: z.string(),
  url: link,
  /** The last day on which the link works. */
  expiresOn: z.iso.date(),
});

export type Props = z.infer<typeof props>;

export const sort = "transactional";

export function subject({ inviterName, campaignName }: Props) {
  return `${printedName(inviterName)} invites you to work on “${printedName(campaignName)}”`;
}

export function preview({ role, expiresOn }: Props) {
  return `As ${role}. The link works once, until ${inWords(expiresOn)}.`;
}

export function envelope() {
  return { fromName: "Countersign", headers: { "Auto-Submitted": "auto-generated" } };
}

export default function Invitation(card: Props) {
  const [inviter, campaign] = [printedName(card.inviterName), printedName(card.campaignName)];
  return (
    <Letter preview={preview(card)} foot={<Foot inviter={inviter} />}>
      <Title>Work on “{campaign}”</Title>
      <Paragraph>
        {inviter} invites you to the team of the campaign “{campaign}” as {card.role}.
      </Paragraph>
      <Paragraph>What that means: {card.roleMeaning}.</Paragraph>
      <Paragraph>The link below works once, until {inWords(card.expiresOn)}. Whoever opens it joins in your place, so keep it to yourself.</Paragraph>
      <Action href={card.url}>See the invitation</Action>
    </Letter>
  );
}

function Foot({ inviter }: { inviter: string }) {
  return (
    <Note>
      You get this mail because {inviter} typed your address. If that was a mistake, there is nothing to do: without this
      mail nobody joins, and your address is deleted a month after the link has expired.
    </Note>
  );
}

function inWords(day: string) {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(new Date(day));
}
