import { z } from "zod";
import { link } from "./fields.ts";
import { printedName } from "./hostile-names.ts";
import { Action, Letter, Note, Paragraph, Title } from "./layout.tsx";

/** Tells an organizer that their ways in have changed: the one who did it, or the one whom it was done to. */
export const props = z.object({
  change: z.enum(["passkey added", "passkey removed", "code app added", "code app removed", "second step reset"]),
  /** What the passkey is called. */
  name: z.string().nullish(),
  accountUrl: link,
});

export type Props = z.infer<typeof props>;

const WORDS: Record<Props["change"], { title: string; sentence: string }> = {
  "passkey added": { title: "A passkey was added", sentence: "A passkey was added to your account on the desk. It signs in without a mail." },
  "passkey removed": { title: "A passkey was removed", sentence: "A passkey was removed from your account on the desk. It opens nothing any more." },
  "code app added": { title: "A code app was set up", sentence: "A code app was set up for your account on the desk." },
  "code app removed": { title: "The code app was removed", sentence: "The code app was removed from your account on the desk." },
  "second step reset": {
    title: "Your second step was reset",
    sentence:
      "An owner of your campaign, or whoever runs the house, has reset your second step: your passkeys and your code app open nothing any more, and every browser was signed out. Sign in by a mailed link and set up a new one.",
  },
};

export const sort = "transactional";

export function subject({ change }: Props) {
  return WORDS[change].title;
}

export function preview() {
  return "If that was you, there is nothing to do.";
}

export function envelope() {
  return { fromName: "Countersign", headers: { "Auto-Submitted": "auto-generated" } };
}

export default function AccountChanged({ change, name, accountUrl }: Props) {
  return (
    <Letter preview={preview()} foot={<Foot />}>
      <Title>{WORDS[change].title}</Title>
      <Paragraph>{WORDS[change].sentence}</Paragraph>
      {name && <Paragraph>It is called: {printedName(name)}</Paragraph>}
      <Paragraph>
        If you know of it, there is nothing to do. If not, somebody else may be on your account: sign in, end every other
        session, and tell the owners of your campaign.
      </Paragraph>
      <Action href={accountUrl}>Open my account</Action>
    </Letter>
  );
}

function Foot() {
  return <Note>You get this mail because you are an organizer, and the ways into your account have changed.</Note>;
}
