import { paths } from "#app/http/paths.ts";
import { DeskDoor } from "./desk-door.tsx";

const WORDS: Record<number, { title: string; text: string }> = {
  403: {
    title: "Your role does not allow this",
    text: "You can read this campaign. For more, ask one of its owners.",
  },
  404: {
    title: "There is no such page on your desk",
    text: "The address may be mistyped, or it belongs to a campaign that you are not a member of.",
  },
};

const FAILURE = {
  title: "This page could not be shown",
  text: "The fault is ours and has been noted. If you were sending a form, go back in your browser: what you typed still stands. Look whether it arrived before you send it again.",
};

/** What an organizer sees instead of the page they asked for. */
export function DeskTrouble({ status }: { status: number }) {
  const { title, text } = deskTroubleWords(status);
  return (
    <DeskDoor>
      <p className="over-title number">{status}</p>
      <h1>{title}</h1>
      <p className="lead">{text}</p>
      <p>
        <a href={paths.desk()}>Go to your desk</a>
      </p>
    </DeskDoor>
  );
}

export function deskTroubleWords(status: number) {
  return WORDS[status] ?? FAILURE;
}
