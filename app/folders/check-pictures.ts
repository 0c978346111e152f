import { createHash } from "node:crypto";
import type { z } from "zod";
import type { ImageKind } from "#app/campaigns/image-kind.ts";
import { checkLogo } from "#app/campaigns/logo.ts";
import { checkPicture } from "#app/press/picture.ts";
import type { FolderCampaign, FolderPicture } from "./folder-campaign.ts";
import type { OpenFolder, Placed } from "./reading.ts";
import { Press, type Settings } from "./shapes.ts";

/** The press page's words, and the pictures that it and the letter's head show. */
export function readPictures(
  folder: OpenFolder,
  settings: Placed<z.output<typeof Settings>> | undefined,
): Pick<FolderCampaign, "logo" | "pressQuotes" | "pressContacts" | "pressImages"> {
  const logo = settings && settings.value.logo !== null ? readNamed(folder, settings.value.logo, (message) => settings.blame(["logo"], message), checkLogo) : undefined;
  const press = folder.readJsonFile("press.json", Press);
  const shown = new Set<string>();
  // What a file that could not be read would have shown is not known, so nothing is said of it.
  const isUnknown = !settings || (folder.has("press.json") && !press);
  for (const { file } of isUnknown ? folder.list(/^images\//) : []) folder.readBytes(file);
  const pressImages = (press?.value.images ?? []).flatMap(({ file, alt, credit }, position) => {
    const blame = (message: string) => press?.blame(["images", position, "file"], message);
    const picture = readNamed(folder, file, blame, checkPicture);
    if (!picture) return [];
    const hash = createHash("sha256").update(picture.content).digest("hex");
    if (shown.has(hash)) blame("This picture is in the list twice.");
    shown.add(hash);
    return [{ picture, alt, credit }];
  });
  return { logo: logo ?? null, pressQuotes: press?.value.quotes ?? [], pressContacts: press?.value.contacts ?? [], pressImages };
}

type Verdict = { ok: true; kind: ImageKind } | { ok: false; reason: string };

/** By the rules of the desk's own form for it. */
function readNamed(folder: OpenFolder, file: string, blame: (message: string) => void, check: (content: Uint8Array) => Verdict): FolderPicture | undefined {
  const content = folder.readBytes(file);
  if (!content) {
    blame(`There is no file ${file}.`);
    return undefined;
  }
  const verdict = check(content);
  if (verdict.ok) return { ...verdict.kind, content };
  folder.faults.push({ file, line: 1, message: verdict.reason });
  return undefined;
}
