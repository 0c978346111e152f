interface Doors {
  routes: Record<string, { id: string; parentId?: string | undefined; path?: string | undefined } | undefined>;
  /** The same routes as the browser knows them; pages are drawn from these. */
  assets: { routes: Record<string, unknown> };
}

/** Where the desk is, and whatever its pages ask Remix for beside it. */
const OF_THE_DESK = /^\/(organize|__manifest)(\/|\.data$|$)/;

export function isOfTheDesk(pathname: string): boolean {
  return OF_THE_DESK.test(pathname);
}

/**
 * The build without the desk's doors. Remix looks through all of its routes several times a request, which with the
 * desk's hundred among them costs a signing as much again as everything else in the process.
 */
export function publicDoors<Build extends Doors>(build: Build): Build {
  const kept = Object.entries(build.routes).filter(([, route]) => route && !isOfTheDesk(wholePath(build, route)));
  const routes = Object.fromEntries(kept);
  const ofAssets = Object.entries(build.assets.routes).filter(([id]) => Object.hasOwn(routes, id));
  return { ...build, routes, assets: { ...build.assets, routes: Object.fromEntries(ofAssets) } };
}

function wholePath(build: Doors, route: { parentId?: string | undefined; path?: string | undefined }): string {
  const parent = route.parentId === undefined ? undefined : build.routes[route.parentId];
  const above = parent ? wholePath(build, parent) : "";
  return route.path ? `${above.replace(/\/$/, "")}/${route.path}` : above || "/";
}
