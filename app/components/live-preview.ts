import { type RefObject, useEffect, useState } from "react";
import type { LetterPreview } from "#app/letters/preview.ts";

/** After the last letter typed: often enough to follow, seldom enough for the server. */
const PAUSE_MS = 300;

/**
 * The preview that follows the typing: the server draws what stands in the form whenever its writer pauses. Until
 * then, without scripts, and when the server does not answer, it is the given one.
 */
export function useLivePreview(form: RefObject<HTMLFormElement>, path: string, given: LetterPreview) {
  const [drawn, setDrawn] = useState<{ preview: LetterPreview; after: LetterPreview }>();

  useEffect(() => {
    const typedIn = form.current;
    if (!typedIn) return undefined;
    let pause: ReturnType<typeof setTimeout> | undefined;
    let asking = new AbortController();

    function onInput() {
      clearTimeout(pause);
      pause = setTimeout(() => draw().catch(() => {}), PAUSE_MS);
    }

    async function draw() {
      asking.abort();
      asking = new AbortController();
      const body = new FormData(typedIn ?? undefined);
      // Signed out meanwhile, the answer is a way to the sign-in page: the preview then stands still.
      const answer = await fetch(path, { method: "POST", body, signal: asking.signal, redirect: "manual" });
      if (answer.ok) setDrawn({ preview: await answer.json(), after: given });
    }

    typedIn.addEventListener("input", onInput);
    return () => {
      clearTimeout(pause);
      asking.abort();
      typedIn.removeEventListener("input", onInput);
    };
  }, [form, path, given]);

  return drawn?.after === given ? drawn.preview : given;
}
