import type { z } from "zod";
import { isNotOurs } from "./file-names.ts";
import type { Fault, FolderFiles } from "./folder-campaign.ts";
import { readFrontMatter, withoutLastBreak } from "./front-matter.ts";
import { readJson } from "./json-lines.ts";
import { isPicturePath, MAX_FILES, MAX_FOLDER_BYTES, tooLarge } from "./limits.ts";
import { faultsOf } from "./say-issue.ts";
import { markdown } from "./shapes.ts";
import { textOf } from "./text-file.ts";

/** A value of a file, with a way to say of a place in it what is wrong. */
export interface Placed<Value> {
  value: Value;
  blame(path: readonly PropertyKey[], message: string): void;
}

export interface PlacedText<Value> extends Placed<Value> {
  body: string;
  bodyLine: number;
}

/** After so many that are no YAML the rest is not tried: whoever wrote them knows by then, and trying takes its time. */
const MAX_UNREADABLE = 20;

/** Reads a folder's files one by one, gathers what is wrong with them, and in the end names those that nobody read. */
export function openFolder(files: FolderFiles) {
  const faults: Fault[] = [];
  const ours = [...files].filter(([path]) => !isNotOurs(path)).toSorted(([one], [other]) => (one < other ? -1 : 1));
  const read = new Set<string>();
  let unreadable = 0;
  checkSizes(ours, faults);

  const blameIn = (file: string, lineOf: (path: readonly PropertyKey[]) => number) => (path: readonly PropertyKey[], message: string) => {
    faults.push({ file, line: lineOf(path), message });
  };

  function readText(file: string): string | undefined {
    const bytes = files.get(file);
    read.add(file);
    if (!bytes || tooLarge(file, bytes.length)) return undefined;
    const reading = textOf(bytes);
    if (reading.ok) return reading.text;
    faults.push({ file, line: reading.line, message: "This is not text in UTF-8. Save the file in that encoding." });
    return undefined;
  }

  /** Undefined when the file is not there, or has faults. */
  function readJsonFile<Shape extends z.ZodType>(file: string, shape: Shape): Placed<z.output<Shape>> | undefined {
    const text = readText(file);
    if (text === undefined) return undefined;
    const reading = readJson(text);
    if (!reading.ok) {
      faults.push({ file, ...reading.fault });
      return undefined;
    }
    const parsed = shape.safeParse(reading.value);
    if (parsed.success) return { value: parsed.data, blame: blameIn(file, reading.lineOf) };
    faults.push(...faultsOf(parsed.error, reading.value).map(({ path, message }) => ({ file, line: reading.lineOf(path), message })));
    return undefined;
  }

  function readFrontMatterFile<Shape extends z.ZodType>(file: string, shape: Shape): PlacedText<z.output<Shape>> | undefined {
    const text = readText(file);
    if (text === undefined || unreadable > MAX_UNREADABLE) return undefined;
    const { values, lineOf, body, bodyLine, faults: yamlFaults } = readFrontMatter(text);
    const isBodyGood = checkProse(file, body, bodyLine);
    faults.push(...yamlFaults.map((fault) => ({ file, ...fault })));
    if (yamlFaults.length > 0) {
      unreadable += 1;
      return undefined;
    }
    const parsed = shape.safeParse(values);
    if (parsed.success) return isBodyGood ? { value: parsed.data, body, bodyLine, blame: blameIn(file, ([name]) => lineOf(name)) } : undefined;
    faults.push(...faultsOf(parsed.error, values).map(({ path, message }) => ({ file, line: lineOf(path[0]), message })));
    return undefined;
  }

  /** A file that is one text from its first line on; an empty text where there is no such file. */
  function readProse(file: string): string {
    const text = withoutLastBreak(readText(file) ?? "");
    checkProse(file, text, 1);
    return text;
  }

  function checkProse(file: string, text: string, line: number): boolean {
    const parsed = markdown.safeParse(text);
    faults.push(...(parsed.error?.issues ?? []).map(({ message }) => ({ file, line, message })));
    return parsed.success;
  }

  function list(pattern: RegExp): { file: string; match: RegExpExecArray }[] {
    return ours.flatMap(([file]) => {
      const match = pattern.exec(file);
      return match ? [{ file, match }] : [];
    });
  }

  /** What no reader asked for is a slip of the pen: nothing of a folder is passed over in silence. */
  function blameUnread() {
    for (const [file] of ours) {
      if (read.has(file)) continue;
      const message = isPicturePath(file) ? "Nothing shows this picture. Name it in campaign.json or press.json, or remove it." : "No file of a campaign has this name. README.md lists those that are read.";
      faults.push({ file, line: 1, message });
    }
  }

  return { faults, has: (file: string) => files.has(file), readBytes, readJsonFile, readFrontMatterFile, readProse, list, blameUnread };

  function readBytes(file: string): Uint8Array | undefined {
    read.add(file);
    return files.get(file);
  }
}

export type OpenFolder = ReturnType<typeof openFolder>;

function checkSizes(ours: [string, Uint8Array][], faults: Fault[]) {
  if (ours.length > MAX_FILES) faults.push({ file: "campaign.json", line: 1, message: `The folder holds more than ${MAX_FILES} files.` });
  const total = ours.reduce((sum, [, content]) => sum + content.length, 0);
  if (total > MAX_FOLDER_BYTES) faults.push({ file: "campaign.json", line: 1, message: "The folder holds more than a campaign can be." });
  for (const [file, content] of ours) {
    const message = tooLarge(file, content.length);
    if (message) faults.push({ file, line: 1, message });
  }
}
