/**
 * What stands beside a campaign in a repository or a zip and is none of its texts: the folders of tools, the papers of
 * a project. They are passed over in silence; any other file that the format does not know is a fault.
 */
export function isNotOurs(path: string): boolean {
  const parts = path.split("/");
  const isOfTools = parts.some((part) => part.startsWith(".") || part === "__MACOSX" || part === "Thumbs.db" || part === "desktop.ini");
  return isOfTools || /^(README|LICENSE|CONTRIBUTING|CHANGELOG)(\.md|\.txt)?$/i.test(parts.at(-1) ?? "");
}

const FIXED = ["campaign.json", "message.liquid", "closing.md", "victory.md", "co-signers.json", "retailers.json", "framework.json", "press.json"];

/** The folders in a campaign's folder. */
export const INNER_FOLDERS = ["demands", "posts", "images"];

/** A name that the format gives to files: an export that has no such file any more takes it away. */
export function isCampaignFile(path: string): boolean {
  return FIXED.includes(path) || /^letter\.[^/]+\.md$|^(demands|posts)\/[^/]+\.md$|^images\/[^/]+$/.test(path);
}
