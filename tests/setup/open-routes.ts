import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import type { RemixHandler } from "#app/http/remix.server.ts";
import { listRoutes } from "./route-list.ts";

/** As in remix.config.js. */
const FUTURE = { v3_fetcherPersist: true, v3_lazyRouteDiscovery: true, v3_relativeSplatPath: true, v3_singleFetch: true, v3_throwAbortReason: true };
const ROOT = new URL("../..", import.meta.url).pathname;

/** What a route's file exports, as far as a test asks. */
export interface RouteModule {
  loader?: unknown;
  action?: unknown;
  default?: unknown;
}

/**
 * The house's routes behind Remix's own request handler, put together from their files: matching, layouts, `.data`
 * requests, redirects and statuses are the real ones, with no build before.
 */
export async function openRoutes(): Promise<{ handler: RemixHandler; modules: Map<string, RouteModule> }> {
  const routes = await listRoutes();
  const root = { id: "root", parentId: undefined, file: "app/root.tsx", path: "", isIndex: false };
  const loaded = await Promise.all([root, ...routes].map(async (route) => ({ ...route, module: await import(`${ROOT}${route.file}`) })));
  const manifest = loaded.map(({ id, parentId, path, isIndex, module }) => [id, { id, parentId, path, index: isIndex || undefined, module }]);
  const assets = loaded.map(({ id, parentId, path, isIndex, module }) => {
    const has = { hasAction: "action" in module, hasLoader: "loader" in module, hasErrorBoundary: "ErrorBoundary" in module };
    return [id, { id, parentId, path, index: isIndex || undefined, module: `/${id}.js`, ...has, hasClientAction: false, hasClientLoader: false }];
  });
  const build: ServerBuild = {
    mode: "production",
    entry: { module: await import("#app/entry.server.tsx") },
    routes: Object.fromEntries(manifest),
    assets: { entry: { imports: [], module: "/entry.js" }, routes: Object.fromEntries(assets), url: "/manifest.js", version: "test" },
    basename: "/",
    publicPath: "/",
    assetsBuildDirectory: "build/client",
    future: FUTURE,
    isSpaMode: false,
  };
  const modules = new Map<string, RouteModule>(loaded.map(({ id, module }) => [id, module]));
  return { handler: createRequestHandler(build, "production"), modules };
}
