import { readdirSync, readFileSync, statSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join, sep } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { SECURITY_HEADERS } from "./security-headers.ts";

const CONTENT_TYPES: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".woff2": "font/woff2",
};
const COMPRESSED = new Set([".css", ".js", ".svg", ".txt"]);

interface Asset {
  headers: Record<string, string>;
  body: Buffer;
  compressed: Map<string, Buffer>;
}

let assets = new Map<string, Asset>();

/** Reads what the build made into memory: a few hundred kilobytes. */
export function loadAssets(folder: string) {
  assets = new Map(listFiles(folder).map((file) => [`/${file.split(sep).join("/")}`, readAsset(folder, file)]));
}

/** Answers when the path is a file of the build. */
export function serveAsset(req: IncomingMessage, res: ServerResponse, path: string): boolean {
  const asset = assets.get(path);
  if (!asset) return false;
  const accepted = req.headers["accept-encoding"] ?? "";
  const encoding = ["br", "gzip"].find((name) => accepted.includes(name) && asset.compressed.has(name));
  const body = encoding === undefined ? asset.body : (asset.compressed.get(encoding) ?? asset.body);
  res.writeHead(200, {
    ...asset.headers,
    ...(encoding ? { "Content-Encoding": encoding } : {}),
    "Content-Length": body.byteLength,
  });
  res.end(req.method === "HEAD" ? undefined : body);
  return true;
}

function listFiles(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return names.filter((name) => !name.startsWith(".") && statSync(join(folder, name)).isFile());
}

function readAsset(folder: string, file: string): Asset {
  const body = readFileSync(join(folder, file));
  const extension = extname(file);
  const compressed = new Map<string, Buffer>();
  if (COMPRESSED.has(extension)) {
    compressed.set("br", brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
    compressed.set("gzip", gzipSync(body));
  }
  // Names under assets/ carry a hash of their content.
  const isForever = file.startsWith("assets");
  return {
    body,
    compressed,
    headers: {
      ...SECURITY_HEADERS,
      "Content-Type": CONTENT_TYPES[extension] ?? "application/octet-stream",
      "Cache-Control": isForever ? "public, max-age=31536000, immutable" : "public, max-age=3600",
      Vary: "Accept-Encoding",
    },
  };
}
