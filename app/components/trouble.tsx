import { useContext } from "react";
import { paths } from "#app/http/paths.ts";
import { ReferenceContext } from "#app/http/reference.ts";
import { Page } from "./page.tsx";

const WORDS: Record<number, { title: string; text: string }> = {
  404: {
    title: "There is no page here",
    text: "The address may be mistyped, or what stood here was never public. If a link in a mail led here, copy the whole of it.",
  },
  410: {
    title: "This page has been taken down",
    text: "What stood here is gone and will not come back.",
  },
  429: {
    title: "Too many tries",
    text: "Please wait a few minutes and try again.",
  },
};

const FAILURE = {
  title: "This page could not be shown",
  text: "The fault is ours and has been noted. If you were sending a form, nothing of it was stored just now: go back in your browser, where what you typed still stands, and send it again in a minute.",
};

/** What a visitor sees instead of the page they asked for. */
export function Trouble({ status }: { status: number }) {
  const { title, text } = troubleWords(status);
  const reference = useContext(ReferenceContext);
  return (
    <Page>
      <p className="over-title number">{status}</p>
      <h1>{title}</h1>
      <p className="lead">{text}</p>
      {reference && <p className="quiet">If you write to us about it, name this reference: {reference}</p>}
      <p className="actions">
        <a href={paths.home()}>Go to the front page</a>
      </p>
    </Page>
  );
}

export function troubleWords(status: number) {
  return WORDS[status] ?? FAILURE;
}
