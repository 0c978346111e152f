import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createPageCache, type Page } from "#app/http/page-cache.ts";

/** A house whose pages say how often they were rendered, and whose clock stands until it is moved. */
function aHouse() {
  const house = { now: 1_000_000, rendered: 0, isDown: false };
  const waiting: (() => void)[] = [];
  const cache = createPageCache(
    async (key) => {
      const turn = ++house.rendered;
      if (house.isDown) throw new Error("The database is away.");
      if (slow.isOn) await new Promise<void>((go) => waiting.push(go));
      return { status: 200, headers: { "Content-Type": "text/html" }, body: Buffer.from(`${key} ${turn}`) };
    },
    () => house.now,
  );
  const slow = { isOn: false };
  return { house, slow, cache, finish: () => waiting.splice(0).forEach((go) => go()) };
}

function textOf(page: Page | undefined) {
  return page?.bodies.identity.toString();
}

describe("a page in memory", () => {
  test("is rendered once while it is fresh", async () => {
    const { house, cache } = aHouse();
    expect(cache.peek("/")).toBeUndefined();
    await cache.load("/");
    house.now += 999;
    expect(textOf(cache.peek("/"))).toBe("/ 1");
    expect(house.rendered).toBe(1);
  });

  test("is rendered once for fifty who ask at the same time", async () => {
    const { house, slow, cache, finish } = aHouse();
    slow.isOn = true;
    const loads = Array.from({ length: 50 }, () => cache.load("/"));
    finish();
    expect(new Set((await Promise.all(loads)).map(textOf))).toEqual(new Set(["/ 1"]));
    expect(house.rendered).toBe(1);
  });

  test("is shown while the next one renders, once", async () => {
    const { house, slow, cache, finish } = aHouse();
    await cache.load("/");
    slow.isOn = true;
    house.now += 5_000;
    expect([cache.peek("/"), cache.peek("/"), cache.peek("/")].map(textOf)).toEqual(["/ 1", "/ 1", "/ 1"]);
    expect(house.rendered).toBe(2);
    finish();
    await vi.waitFor(() => expect(textOf(cache.peek("/"))).toBe("/ 2"));
  });

  test("is waited for when it is too old to be shown", async () => {
    const { house, cache } = aHouse();
    await cache.load("/");
    house.now += 10_001;
    expect(cache.peek("/")).toBeUndefined();
    expect(textOf(await cache.load("/"))).toBe("/ 2");
  });

  test("is one page to each address", async () => {
    const { cache } = aHouse();
    await Promise.all([cache.load("/"), cache.load("/letters/dear-retailers")]);
    expect(textOf(cache.peek("/letters/dear-retailers"))).toBe("/letters/dear-retailers 2");
  });

  test("comes compressed, with the same tag for the same bytes", async () => {
    const { cache } = aHouse();
    const page = await cache.load("/");
    expect(brotliDecompressSync(page.bodies.br).toString()).toBe("/ 1");
    expect(gunzipSync(page.bodies.gzip).toString()).toBe("/ 1");
    expect(page.headers.br).toMatchObject({ "Content-Encoding": "br", ETag: page.etag, Vary: "Accept-Encoding", "Content-Length": String(page.bodies.br.length) });
    expect(page.headers.identity).not.toHaveProperty("Content-Encoding");
    expect((await aHouse().cache.load("/")).etag).toBe(page.etag);
  });
});

describe("while the database is away", () => {
  test("the older page is shown, however old, and tried again each second", async () => {
    const { house, cache } = aHouse();
    await cache.load("/");
    house.isDown = true;
    house.now += 3_600_000;
    expect(textOf(await cache.load("/"))).toBe("/ 1");
    expect(house.rendered).toBe(2);
    expect(textOf(cache.peek("/"))).toBe("/ 1");
    expect(house.rendered).toBe(2);
    house.now += 1_001;
    expect(textOf(cache.peek("/") ?? (await cache.load("/")))).toBe("/ 1");
    expect(house.rendered).toBe(3);
    house.isDown = false;
    house.now += 1_001;
    expect(textOf(await cache.load("/"))).toBe("/ 4");
  });

  test("a page that was never rendered fails, and is rendered once the database is back", async () => {
    const { house, cache } = aHouse();
    house.isDown = true;
    await expect(cache.load("/")).rejects.toThrow("The database is away.");
    house.isDown = false;
    expect(textOf(await cache.load("/"))).toBe("/ 2");
  });

  test("an outdated page is better than none", async () => {
    const { house, cache } = aHouse();
    await cache.load("/");
    cache.dropAll();
    house.isDown = true;
    expect(textOf(await cache.load("/"))).toBe("/ 1");
  });
});

describe("when something is published", () => {
  test("every page is rendered anew for whoever asks next", async () => {
    const { cache } = aHouse();
    await Promise.all([cache.load("/"), cache.load("/scoreboard")]);
    cache.dropAll();
    expect([cache.peek("/"), cache.peek("/scoreboard")]).toEqual([undefined, undefined]);
    expect(textOf(await cache.load("/"))).toBe("/ 3");
    expect(textOf(cache.peek("/"))).toBe("/ 3");
  });

  test("a rendering that had begun before is not kept", async () => {
    const { slow, cache, finish } = aHouse();
    await cache.load("/");
    cache.dropAll();
    slow.isOn = true;
    const before = cache.load("/");
    cache.dropAll();
    const behind = cache.load("/");
    finish();
    await Promise.all([before, behind]);
    expect(textOf(await before)).toBe("/ 2");
    expect(textOf(await behind)).toBe("/ 3");
    expect(textOf(cache.peek("/"))).toBe("/ 3");
  });

  test("an older rendering that ends last does not take the newer one's place", async () => {
    const turns: (() => void)[] = [];
    let rendered = 0;
    const cache = createPageCache(async () => {
      const turn = ++rendered;
      await new Promise<void>((go) => turns.push(go));
      return { status: 200, headers: {}, body: Buffer.from(`turn ${turn}`) };
    }, () => 1_000_000);
    const older = cache.load("/");
    cache.dropAll();
    const newer = cache.load("/");
    turns[1]?.();
    await newer;
    turns[0]?.();
    await older;
    expect(textOf(cache.peek("/"))).toBe("turn 2");
  });

  test("a failure of a rendering that had begun before does not bring the outdated page back", async () => {
    const turns: ((error?: Error) => void)[] = [];
    const cache = createPageCache(async () => {
      const failure = await new Promise<Error | undefined>((go) => turns.push(go));
      if (failure) throw failure;
      return { status: 200, headers: {}, body: Buffer.from(`turn ${turns.length}`) };
    }, () => 1_000_000);
    const first = cache.load("/");
    turns[0]?.();
    await first;
    cache.dropAll();
    const failing = cache.load("/");
    cache.dropAll();
    turns[1]?.(new Error("The database is away."));
    await failing;
    expect(cache.peek("/")).toBeUndefined();
  });
});

describe("a rendering that takes too long", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test("is not waited for longer than two seconds where an older page is at hand", async () => {
    const { house, slow, cache } = aHouse();
    await vi.waitFor(() => cache.load("/"));
    slow.isOn = true;
    house.now += 60_000;
    const page = cache.load("/");
    await vi.advanceTimersByTimeAsync(2_000);
    expect(textOf(await page)).toBe("/ 1");
  });
});

test("two thousand pages are kept, and the one not rendered for longest goes first", async () => {
  const { house, cache } = aHouse();
  for (let page = 0; page < 2_000; page += 1) await cache.load(`/retailers/${page}`);
  house.now += 10_001;
  await cache.load("/retailers/0");
  await cache.load("/retailers/new");
  expect(textOf(cache.peek("/retailers/0"))).toBe("/retailers/0 2001");
  house.rendered = 0;
  await cache.load("/retailers/1");
  expect(house.rendered).toBe(1);
  expect(cache.peek("/retailers/new")).toBeDefined();
}, 20_000);

test("large pages fill sixty-four megabytes and no more: whoever asks for every page of a long list takes no other's memory", async () => {
  let rendered = 0;
  const cache = createPageCache(async (key) => {
    rendered += 1;
    return { status: 200, headers: {}, body: Buffer.alloc(6_000_000, key) };
  });
  for (let page = 0; page < 14; page += 1) await cache.load(`/signers/${page}`);
  expect([0, 2, 3, 13].map((page) => cache.peek(`/signers/${page}`) !== undefined)).toEqual([false, false, true, true]);
  expect(rendered).toBe(14);
}, 20_000);
