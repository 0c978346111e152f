/// <reference types="vite/client" />

declare module "virtual:remix/server-build" {
  import type { ServerBuild } from "@remix-run/node";

  const build: ServerBuild;
  export const { mode, entry, routes, assets, publicPath, assetsBuildDirectory, future, isSpaMode }: ServerBuild;
}
