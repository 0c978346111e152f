import type { z } from "zod";
import type { FolderCampaign } from "./folder-campaign.ts";
import type { OpenFolder, Placed } from "./reading.ts";
import { language as languageShape, Letter, type Settings } from "./shapes.ts";

const LETTER = /^letter\.([^./]+)\.md$/;
const SOURCES = /^letter\.([^./]+)\.sources\.md$/;

/** One file a language, and beside it that of its sources. */
export function readLetters(folder: OpenFolder, settings: Placed<z.output<typeof Settings>> | undefined): FolderCampaign["letters"] {
  const found = folder.list(LETTER).map(({ file, match: [, language = ""] }) => ({ file, language }));
  for (const { file, match: [, language = ""] } of folder.list(SOURCES)) {
    if (found.some((letter) => letter.language === language)) continue;
    folder.faults.push({ file, line: 1, message: `There is no letter.${language}.md that these sources belong to.` });
    folder.readProse(file);
  }
  const isWritten = found.length === 0 || found.some(({ language }) => language === settings?.value.language);
  if (!isWritten) settings?.blame(["language"], `There are letters, but no letter.${settings.value.language}.md in the campaign’s own language.`);
  return found.flatMap(({ file, language }) => readLetter(folder, file, language));
}

function readLetter(folder: OpenFolder, file: string, language: string) {
  const letter = folder.readFrontMatterFile(file, Letter);
  const sourcesMarkdown = folder.readProse(`letter.${language}.sources.md`);
  if (!languageShape.safeParse(language).success) {
    folder.faults.push({ file, line: 1, message: "Name the file by its language as BCP 47 spells it, for example letter.en.md or letter.pt-BR.md." });
  }
  if (!letter) return [];
  const { title, addressees, dated, summary } = letter.value;
  return [{ language, title, addressees, datedOn: dated || null, summary, bodyMarkdown: letter.body, sourcesMarkdown }];
}
