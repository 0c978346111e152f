import { Form, useSearchParams } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import type { Conflict } from "#app/desk/difference.ts";
import type { Refill } from "#app/http/form.ts";
import { paths } from "#app/http/paths.ts";
import type { LetterText } from "#app/letters/letter-text.ts";
import type { LetterPreview } from "#app/letters/preview.ts";
import { DeskButton } from "./desk-button.tsx";
import { DeskConflict } from "./desk-conflict.tsx";
import { DeskLetterBeside } from "./desk-letter-beside.tsx";
import { DeskLetterFields } from "./desk-letter-fields.tsx";
import { DeskLetterPreview } from "./desk-letter-preview.tsx";
import { BesideChoice, Saved } from "./desk-letter-saving.tsx";
import { LENGTH_RULE, lengthInWords } from "./desk-letter-words.ts";
import { ErrorSummary } from "./error-summary.tsx";
import { useLivePreview } from "./live-preview.ts";

interface DeskLetterEditorProps {
  campaign: { slug: string; language: string; goal: number };
  editor: {
    language: string;
    fields: Record<string, string>;
    revision: number;
    state: { savedBy: string | null; savedAt: Date | null };
    others: string[];
    beside: { language: string; text: LetterText } | undefined;
    preview: LetterPreview;
    languages: string[];
    signatureCount: number;
  };
  answer: (Refill & { preview: LetterPreview; conflict: Conflict | undefined }) | undefined;
}

/** The form with its preview; beside another language the two texts stand side by side, and the preview under them. */
export function DeskLetterEditor({ campaign, editor, answer }: DeskLetterEditorProps) {
  const { language, beside } = editor;
  const form = useRef<HTMLFormElement>(null);
  const preview = useLivePreview(form, paths.deskLetterPreview(campaign.slug, language), answer?.preview ?? editor.preview);
  const typed = answer?.typed ?? editor.fields;
  const revision = useOpenedRevision(editor.revision, answer);
  // The form is longer than the window: what has to be read first may stand far above the button.
  useEffect(() => {
    if (answer) form.current?.querySelector("[role=alert]")?.scrollIntoView();
  }, [answer]);
  return (
    <div className={beside ? "desk-letter-editor desk-letter-translating" : "desk-letter-editor"}>
      {beside && <DeskLetterBeside {...beside} />}
      <Form ref={form} method="post" encType="multipart/form-data" className="fields desk-letter-form" noValidate>
        <BesideChoice others={editor.others} beside={beside?.language} />
        <ErrorSummary errors={answer?.errors} />
        <DeskConflict conflict={answer?.conflict} />
        <input type="hidden" name="revision" value={revision} />
        <DeskLetterFields language={language} errors={answer?.errors ?? {}} typed={typed} />
        <div className="desk-letter-bar">
          <DeskButton busy="Saving…">Save the draft</DeskButton>
          <noscript>
            <button className="button button-quiet" name="then" value="preview">
              Save and preview
            </button>
          </noscript>
          <p className="desk-letter-length">
            <output>{lengthInWords(preview.length)}</output>
          </p>
          <Saved {...editor.state} />
        </div>
      </Form>
      <section className="desk-letter-preview" id="preview" aria-labelledby="preview-title" tabIndex={0}>
        <h2 id="preview-title">As the public will read it</h2>
        <p className="quiet">
          {lengthInWords(preview.length)}. {LENGTH_RULE}
        </p>
        <DeskLetterPreview campaign={campaign} letter={preview} languages={editor.languages} signatureCount={editor.signatureCount} />
      </section>
    </div>
  );
}

/**
 * Of the draft whose text stands in the form. What is loaded anew while somebody types does not raise it, for the form
 * still holds the older text; what they saved themselves does, and so does a conflict that they were told of.
 */
function useOpenedRevision(loaded: number, answer: DeskLetterEditorProps["answer"]) {
  const [opened, setOpened] = useState(loaded);
  const [search] = useSearchParams();
  const saved = Math.min(Number(search.get("saved")) || 0, loaded);
  const newest = Math.max(opened, saved, Number(answer?.typed.revision) || 0);
  if (newest > opened) setOpened(newest);
  return newest;
}
