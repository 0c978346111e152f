import { z } from "zod";
import { link } from "./fields.ts";
import { printedName } from "./hostile-names.ts";
import { Action, Letter, Note, Paragraph, Title } from "./layout.tsx";

/** To a campaign's owners and organizers: many sign in a way that honest people do not. No signer's data is in it. */
export const props = z.object({
  campaignName: z.string(),
  /** A line each, e.g. "network 203.0.113.0/24: 412 signings within an hour". */
  findings: z.array(z.string()).min(1),
  /** In the last hour, and of those, new ones that wait for a human. */
  signings: z.number().int(),
  heldBack: z.number().int(),
  /** Of the desk's page "Screening". */
  url: link,
});

/** See emails/mail-sorts.ts. */
export const sort = "transactional";

export type Props = z.infer<typeof props>;

const FINDINGS_PRINTED = 10;

export function subject({ campaignName }: Props) {
  return `Unusual signing at “${printedName(campaignName)}”`;
}

export function preview({ signings, heldBack }: Props) {
  return `${number(signings)} signings in the last hour, ${number(heldBack)} held back.`;
}

export function envelope() {
  return { fromName: "Countersign", headers: { "Auto-Submitted": "auto-generated" } };
}

export default function UnusualSigning(card: Props) {
  const more = card.findings.length - FINDINGS_PRINTED;
  return (
    <Letter preview={preview(card)} foot={<Foot />}>
      <Title>Unusual signing</Title>
      <Paragraph>
        In the last hour “{printedName(card.campaignName)}” was signed {number(card.signings)} times; {number(card.heldBack)} new
        signatures are held back for you to look at. These stand out:
      </Paragraph>
      {card.findings.slice(0, FINDINGS_PRINTED).map((finding) => (
        <Paragraph key={finding}>{printedName(finding)}</Paragraph>
      ))}
      {more > 0 && <Paragraph>And {number(more)} more.</Paragraph>}
      <Paragraph>It may be a good day, a school, or an attack. Nothing counts before its owner confirms it. Look before you remove.</Paragraph>
      <Action href={card.url}>Open the screening</Action>
    </Letter>
  );
}

function number(count: number) {
  return count.toLocaleString("en");
}

function Foot() {
  return <Note>You get this mail because you organize the campaign. It comes at most once an hour.</Note>;
}
