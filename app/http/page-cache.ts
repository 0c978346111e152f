import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const FRESH_MS = 1_000;
/** A page this old is still shown while the next one renders; an older one is waited for. */
const SHOWN_WHILE_RENDERING_MS = 10_000;
/** After a rendering failed, how long the older page is shown before the next is tried. */
const RETRY_MS = 1_000;
/** How long a visitor waits for a rendering when an older page could be shown instead. */
const PATIENCE_MS = 2_000;
const MAX_PAGES = 2_000;
/** In all three forms together: whoever asks for every page of a long list fills this and no more. */
const MAX_BYTES = 64 * 1024 * 1024;

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

export interface Rendering {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

/** A page as it is served: compressed once, in the three forms that browsers ask for. */
export interface Page {
  status: number;
  etag: string;
  headers: Record<Encoding, Record<string, string>>;
  bodies: Record<Encoding, Buffer>;
}

export type Encoding = "br" | "gzip" | "identity";

interface Entry {
  page: Page | undefined;
  renderedAt: number;
  failedAt: number;
  isOutdated: boolean;
  /** The one rendering under way. */
  rendering: Promise<Page> | undefined;
}

/**
 * Public pages in memory. One rendering at a time per page; an old page is shown while the next renders and when
 * rendering fails, as it does while the database is away.
 */
export function createPageCache(render: (key: string) => Promise<Rendering>, clock: () => number = Date.now) {
  const entries = new Map<string, Entry>();
  let bytes = 0;

  /** The page when no rendering needs to be waited for; else undefined, and `load` waits. */
  function peek(key: string): Page | undefined {
    const entry = entries.get(key);
    if (!entry?.page) return undefined;
    if (clock() - entry.failedAt < RETRY_MS) return entry.page;
    if (entry.isOutdated) return undefined;
    const age = clock() - entry.renderedAt;
    if (age < FRESH_MS) return entry.page;
    if (age > SHOWN_WHILE_RENDERING_MS) return undefined;
    renderAnew(key, entry).catch(() => {});
    return entry.page;
  }

  /** @throws what rendering throws, when there is no older page to show. */
  async function load(key: string): Promise<Page> {
    const entry = entries.get(key) ?? open(key);
    const older = entry.page;
    if (!older) return renderAnew(key, entry);
    return Promise.race([renderAnew(key, entry), patience(older)]).catch(() => older);
  }

  /** Something was published: whatever is asked for from now on is rendered after this moment. */
  function dropAll() {
    for (const entry of entries.values()) {
      entry.isOutdated = true;
      entry.rendering = undefined;
    }
  }

  function open(key: string): Entry {
    if (entries.size >= MAX_PAGES) dropLeastRecent();
    const entry: Entry = { page: undefined, renderedAt: 0, failedAt: 0, isOutdated: false, rendering: undefined };
    entries.set(key, entry);
    return entry;
  }

  function dropLeastRecent() {
    const [oldest] = entries.keys();
    if (oldest !== undefined) drop(oldest);
  }

  function drop(key: string) {
    bytes -= sizeOf(entries.get(key)?.page);
    entries.delete(key);
  }

  function renderAnew(key: string, entry: Entry): Promise<Page> {
    if (entry.rendering) return entry.rendering;
    const startedAt = clock();
    const rendering = render(key)
      .then(toPage)
      .then((page) => {
        // A page that was dropped while it rendered may show what was before: it is answered with, not kept.
        if (entry.rendering === rendering) keep(key, entry, page, startedAt);
        return page;
      })
      .catch((error: unknown) => {
        // The failure of a rendering that was dropped meanwhile says nothing about the next one.
        if (entry.rendering === rendering) entry.failedAt = clock();
        throw error;
      })
      .finally(() => {
        if (entry.rendering === rendering) entry.rendering = undefined;
      });
    entry.rendering = rendering;
    return rendering;
  }

  function keep(key: string, entry: Entry, page: Page, startedAt: number) {
    drop(key);
    entry.page = page;
    entry.renderedAt = startedAt;
    entry.isOutdated = false;
    entries.set(key, entry);
    bytes += sizeOf(page);
    while (bytes > MAX_BYTES && entries.size > 1) dropLeastRecent();
  }

  return { peek, load, dropAll };
}

function sizeOf(page: Page | undefined) {
  return page ? Object.values(page.bodies).reduce((sum, { byteLength }) => sum + byteLength, 0) : 0;
}

function patience(page: Page) {
  return new Promise<Page>((resolve) => {
    setTimeout(resolve, PATIENCE_MS, page).unref();
  });
}

async function toPage({ status, headers, body }: Rendering): Promise<Page> {
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
  const bodies = { br: await compressBrotli(body, quality), gzip: await compressGzip(body), identity: body };
  const headersFor = (encoding: Encoding) => ({
    ...headers,
    ...(encoding === "identity" ? {} : { "Content-Encoding": encoding }),
    "Content-Length": String(bodies[encoding].byteLength),
    ETag: etag,
    Vary: "Accept-Encoding",
  });
  return {
    status,
    etag,
    bodies,
    headers: { br: headersFor("br"), gzip: headersFor("gzip"), identity: headersFor("identity") },
  };
}
