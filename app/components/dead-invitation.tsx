import { paths } from "#app/http/paths.ts";
import { DeskDoor } from "./desk-door.tsx";

const WORDS = {
  expired: { title: "This invitation has expired", text: "It worked for seven days. Ask whoever invited you to send it again." },
  used: { title: "This invitation was accepted", text: "It works once. If it was you, sign in with the address it was sent to. If it was not, tell whoever invited you." },
  revoked: { title: "This invitation was withdrawn", text: "If you think that is a mistake, ask whoever invited you." },
  unknown: {
    title: "This invitation does not work",
    text: "A part of the link is missing, or a newer one was mailed to you since: only the newest works.",
  },
} as const;

/** A link that opens nothing, and why. */
export function DeadInvitation({ state }: { state: keyof typeof WORDS }) {
  const { title, text } = WORDS[state];
  return (
    <DeskDoor>
      <h1>{title}</h1>
      <p>{text}</p>
      <p className="actions">
        <a className="button" href={paths.signIn()}>
          Sign in to the desk
        </a>
      </p>
    </DeskDoor>
  );
}
