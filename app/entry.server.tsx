import { randomBytes } from "node:crypto";
import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable, type EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToPipeableStream, renderToString } from "react-dom/server";
import { NonceContext } from "#app/http/nonce.ts";
import { readPageSetting } from "#app/http/page-setting.ts";
import { ReferenceContext } from "#app/http/reference.ts";
import { deskContentPolicy, publicContentPolicy } from "#app/http/security-headers.ts";
import { report } from "#app/log.server.ts";

const ABORT_MS = 5_000;

/** What a failed request was reported as, until its page is printed. */
const references = new WeakMap<Request, string>();

export default function handleDocument(request: Request, status: number, headers: Headers, context: EntryContext) {
  headers.set("Content-Type", "text/html; charset=utf-8");
  if (shipsScripts(context)) return renderDesk(request, status, headers, context);
  if (!headers.has("Content-Security-Policy")) headers.set("Content-Security-Policy", publicContentPolicy());
  const html = renderToString(
    <ReferenceContext.Provider value={references.get(request) ?? ""}>
      <RemixServer context={context} url={request.url} />
    </ReferenceContext.Provider>,
  );
  return new Response(`<!doctype html>${html}`, { status, headers });
}

/** An answer with a status was meant; anything else is reported once. A visitor who left is neither. */
export function handleError(error: unknown, { request }: { request: Request }) {
  if (request.signal.aborted || isRouteErrorResponse(error) || error instanceof Response) return;
  references.set(request, report(error, request.method));
}

function shipsScripts(context: EntryContext) {
  const handles = context.staticHandlerContext.matches.map(({ route }) => ({
    data: undefined,
    handle: context.routeModules[route.id]?.handle,
  }));
  return readPageSetting(handles).shipsScripts;
}

function renderDesk(request: Request, status: number, headers: Headers, context: EntryContext) {
  const nonce = randomBytes(16).toString("base64");
  headers.set("Content-Security-Policy", deskContentPolicy(nonce));
  return new Promise<Response>((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <RemixServer context={context} url={request.url} abortDelay={ABORT_MS} nonce={nonce} />
      </NonceContext.Provider>,
      {
        nonce,
        onShellReady() {
          const body = new PassThrough();
          resolve(new Response(createReadableStreamFromReadable(body), { status, headers }));
          pipe(body);
        },
        onShellError: reject,
      },
    );
    setTimeout(abort, ABORT_MS + 1_000).unref();
  });
}
