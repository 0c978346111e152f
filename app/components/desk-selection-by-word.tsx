import type { ComponentProps } from "react";
import { paths } from "#app/http/paths.ts";
import { DeskHeading } from "./desk-heading.tsx";
import { DeskSelection } from "./desk-selection.tsx";
import { Field } from "./field.tsx";

interface DeskSelectionByWordProps extends Omit<ComponentProps<typeof DeskSelection>, "slug" | "children"> {
  title: string;
  campaign: { slug: string; name: string };
  /** To be typed, so that nobody does it to thousands by a slip. */
  word: string;
}

/** The preview of what an act would take of the signatures, with the word that goes on. */
export function DeskSelectionByWord({ title, campaign: { slug, name }, word, ...selection }: DeskSelectionByWordProps) {
  return (
    <>
      <DeskHeading
        title={title}
        above={[
          { title: name, path: paths.deskCampaign(slug) },
          { title: "Signatures", path: paths.deskSignatures(slug) },
        ]}
      />
      <DeskSelection {...selection} slug={slug}>
        {({ errors, typed }) => (
          <Field name="word" label={`Type ${word} to go on`} autoComplete="off" autoCapitalize="none" spellCheck={false} error={errors.word} value={typed.word} />
        )}
      </DeskSelection>
    </>
  );
}
