import routes from "#app/routes.ts";

interface RouteConfigEntry {
  file: string;
  id?: string | undefined;
  path?: string | undefined;
  index?: boolean | undefined;
  children?: readonly RouteConfigEntry[] | undefined;
}

export interface HouseRoute {
  /** As Remix names it, e.g. "routes/organize/desk". */
  id: string;
  parentId: string;
  /** From the top of the house. */
  file: string;
  /** Its own part of the path, as routes.ts has it. */
  path: string | undefined;
  isIndex: boolean;
  /** The whole path; the first page inside a layout ends in "?index", as Remix tells the two apart. */
  pattern: string;
}

/** Every route that app/routes.ts names, layouts too. */
export async function listRoutes(): Promise<HouseRoute[]> {
  return flatten(await routes, { id: "root", whole: "" });
}

function flatten(entries: readonly RouteConfigEntry[], parent: { id: string; whole: string }): HouseRoute[] {
  return entries.flatMap(({ file, path, index = false, children = [], ...entry }) => {
    const id = entry.id ?? file.replace(/\.\w+$/, "");
    const whole = [parent.whole, path].filter(Boolean).join("/");
    const pattern = `/${whole}${index ? "?index" : ""}`;
    const own = { id, parentId: parent.id, file: `app/${file}`, path: path || undefined, isIndex: index, pattern };
    return [own, ...flatten(children, { id, whole })];
  });
}
