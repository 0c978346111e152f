import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig, type Plugin } from "vite";
import { mendPostgres } from "./db/mend-postgres.ts";
import remixConfig from "./remix.config.js";

export default defineConfig({
  publicDir: "app/public",
  plugins: [remix(remixConfig), mendPostgres(), wholeHouse()],
  build: { target: "es2022", assetsInlineLimit: 0 },
  logLevel: "error",
});

/**
 * Bundles the process itself with Remix's routes, so that page cache, database client and worker are one
 * module graph and never two copies of one thing.
 */
function wholeHouse(): Plugin {
  return {
    name: "whole-house",
    enforce: "post",
    config(config, { isSsrBuild }) {
      if (!isSsrBuild || !config.build?.rollupOptions) return;
      config.build.target = "node20";
      config.build.rollupOptions.input = {
        index: "app/server.ts",
        seed: "app/seed.server.ts",
        campaign: "app/campaign.server.ts",
        verify: "app/verify.ts",
        "reset-second-step": "app/reset-second-step.server.ts",
      };
      config.build.rollupOptions.output = {
        entryFileNames: "[name].js",
        chunkFileNames: "assets/[name]-[hash].js",
      };
    },
  };
}
