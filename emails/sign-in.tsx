import { z } from "zod";
import { link } from "./fields.ts";
import { Action, Letter, Note, Paragraph, Title } from "./layout.tsx";

/** An organizer's way in. */
export const props = z.object({
  url: link,
  /** How long the link works. */
  minutes: z.number().int().positive(),
});

export type Props = z.infer<typeof props>;

export const sort = "transactional";

export function subject() {
  return "Your way into Countersign";
}

export function preview({ minutes }: Props) {
  return `The link works once, for ${minutes} minutes.`;
}

export function envelope() {
  return { fromName: "Countersign", headers: { "Auto-Submitted": "auto-generated" } };
}

export default function SignIn(card: Props) {
  return (
    <Letter preview={preview(card)} foot={<Foot />}>
      <Title>Sign in to the desk</Title>
      <Paragraph>The link below works once, for {card.minutes} minutes.</Paragraph>
      <Action href={card.url}>Sign in</Action>
    </Letter>
  );
}

function Foot() {
  return (
    <Note>
      You get this mail because somebody asked for a link with your address. If that wasn’t you, there is nothing to do:
      without this mail nobody gets in.
    </Note>
  );
}
