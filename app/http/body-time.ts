import type { IncomingMessage, ServerResponse } from "node:http";

const FORM_TIME_MS = 30_000;
/** A quarter of a gigabyte by a line of two megabits. */
export const UPLOAD_TIME_MS = 20 * 60_000;

/** Whoever sends a body slowly or not at all is let go of; only a large file has longer. */
export function boundBodyTime(req: IncomingMessage, res: ServerResponse, isLarge: boolean) {
  if (req.headers["content-length"] === undefined && req.headers["transfer-encoding"] === undefined) return;
  const timer = setTimeout(() => letGo(req, res), isLarge ? UPLOAD_TIME_MS : FORM_TIME_MS);
  req.once("close", () => clearTimeout(timer));
}

function letGo(req: IncomingMessage, res: ServerResponse) {
  if (req.complete) return;
  if (!res.headersSent) res.writeHead(408, { Connection: "close" }).end();
  req.destroy();
}
