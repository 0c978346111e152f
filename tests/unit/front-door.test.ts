import { once } from "node:events";
import { request } from "node:http";
import { text } from "node:stream/consumers";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { RemixHandler } from "#app/http/remix.server.ts";
import { createDoor } from "#app/http/serve.server.ts";

const ORIGIN = "https://countersign.example";
const closing: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

/** A front door with this behind it, and how to knock. */
async function aDoor(handler: RemixHandler, newSlugs: Record<string, string> = {}) {
  const { server, dropPages } = createDoor({ handler, origin: ORIGIN, findNewSlug: async (slug) => newSlugs[slug] });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  closing.push(async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The door has no port.");
  const { port } = address;
  async function knock(path: string, { method = "GET", headers = {}, body }: { method?: string; headers?: Record<string, string>; body?: string } = {}) {
    const asked = request({ port, path, method, headers: { host: "countersign.example", ...headers } });
    asked.end(body);
    const [res] = await once(asked, "response");
    return { status: res.statusCode, headers: res.headers, body: await text(res) };
  }
  /** Sends less than it said, and hangs up. */
  async function leaveHalfway(path: string) {
    const asked = request({ port, path, method: "POST", headers: { host: "countersign.example", "content-length": "100" } });
    asked.on("error", () => {});
    asked.write("name=Ada");
    const [req] = await once(server, "request");
    asked.destroy();
    await new Promise((closed) => req.socket.once("close", closed));
    await new Promise(setImmediate);
  }
  return { knock, leaveHalfway, dropPages };
}

function html(body: string, headers: Record<string, string> = {}) {
  return new Response(body, { headers: { "Content-Type": "text/html; charset=utf-8", ...headers } });
}

describe("a public page", () => {
  test("that never changes says so itself, once, also when it is asked for again", async () => {
    const forever = "public, max-age=31536000, immutable";
    const { knock } = await aDoor(async () => new Response(":root {}", { headers: { "Content-Type": "text/css", "Cache-Control": forever } }));
    const first = await knock("/looks/1c5a8c.css");
    expect(first.headers).toMatchObject({ "cache-control": forever, "x-content-type-options": "nosniff", "content-type": "text/css" });
    const again = await knock("/looks/1c5a8c.css", { headers: { "if-none-match": first.headers.etag ?? "" } });
    expect([again.status, again.headers["cache-control"]]).toEqual([304, forever]);
  });

  test("is rendered without the visitor's cookie, once for all, and sets none", async () => {
    const seen: (string | null)[] = [];
    const { knock } = await aDoor(async (asked) => {
      seen.push(asked.headers.get("Cookie"));
      return html(`the letter ${seen.length}`);
    });
    const path = "/letters/dear-retailers?utm_source=x";
    const answers = [await knock(path, { headers: { cookie: "signer=secret" } }), await knock("/letters/dear-retailers"), await knock(path)];
    expect(answers.map(({ body }) => body)).toEqual(["the letter 1", "the letter 1", "the letter 1"]);
    expect(seen).toEqual([null]);
    expect(answers[0]?.headers).not.toHaveProperty("set-cookie");
    expect(answers[0]?.headers).toMatchObject({ "cache-control": expect.stringContaining("public"), "x-frame-options": "DENY", "referrer-policy": "same-origin" });
  });

  test("has a tag by which a browser need not fetch it again", async () => {
    const { knock } = await aDoor(async () => html("the letter"));
    const { headers } = await knock("/");
    const again = await knock("/", { headers: { "if-none-match": String(headers["etag"]) } });
    expect(again).toMatchObject({ status: 304, body: "" });
    expect(await knock("/", { headers: { "if-none-match": '"another"' } })).toMatchObject({ status: 200 });
  });

  test("is not rendered for each of its other spellings: they lead to the one that is kept", async () => {
    let renderings = 0;
    const { knock } = await aDoor(async () => {
      renderings += 1;
      return html("the letter");
    });
    for (const path of ["/letters/dear-retailers/", "/Letters/dear-retailers", "/letters/dear%2Dretailers?x=1"]) {
      expect(await knock(path)).toMatchObject({ status: 301, headers: { location: "/letters/dear-retailers" } });
    }
    expect(renderings).toBe(0);
  });

  test("is told of by HEAD without its body", async () => {
    const { knock } = await aDoor(async () => html("the letter"));
    expect(await knock("/", { method: "HEAD" })).toMatchObject({ status: 200, body: "", headers: { "content-length": "10" } });
  });

  test("comes as the browser can read it", async () => {
    const { knock } = await aDoor(async () => html("the letter"));
    const encodings = ["gzip, deflate, br", "gzip", "br;q=0, gzip", "identity"];
    const chosen = await Promise.all(encodings.map(async (accepted) => (await knock("/", { headers: { "accept-encoding": accepted } })).headers["content-encoding"]));
    expect(chosen).toEqual(["br", "gzip", "gzip", undefined]);
  });

  test("is kept as it was while rendering fails, and renewed when something is published", async () => {
    vi.spyOn(process.stderr, "write").mockReturnValue(true);
    let state = "old";
    const { knock, dropPages } = await aDoor(async () => {
      if (state === "down") throw new Error("The database is away.");
      return html(state);
    });
    expect((await knock("/")).body).toBe("old");
    state = "new";
    dropPages();
    expect((await knock("/")).body).toBe("new");
    state = "down";
    dropPages();
    expect(await knock("/")).toMatchObject({ status: 200, body: "new" });
    expect(await knock("/letters/never-seen")).toMatchObject({ status: 503, headers: { "cache-control": "no-store" } });
  });

  test("that would set a cookie is not shown to anybody", async () => {
    vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const { knock } = await aDoor(async () => html("the letter", { "Set-Cookie": "signer=secret" }));
    const answer = await knock("/");
    expect(answer.status).toBe(503);
    expect(answer.headers).not.toHaveProperty("set-cookie");
  });
});

describe("a personal page", () => {
  test("is rendered for each visitor, with the cookie, and kept nowhere", async () => {
    let rendered = 0;
    const { knock } = await aDoor(async (asked) => {
      rendered += 1;
      return html(asked.headers.get("Cookie") ?? "", { "Set-Cookie": "signer=new; HttpOnly" });
    });
    const ada = await knock("/letters/dear-retailers/demands", { headers: { cookie: "signer=ada" } });
    const sam = await knock("/letters/dear-retailers/demands", { headers: { cookie: "signer=sam" } });
    expect([ada.body, sam.body, rendered]).toEqual(["signer=ada", "signer=sam", 2]);
    expect(ada.headers).toMatchObject({ "cache-control": "no-store", "set-cookie": ["signer=new; HttpOnly"], "x-content-type-options": "nosniff" });
  });

  test("knows the house by its configured address, whatever the visitor says", async () => {
    const { knock } = await aDoor(async (asked) => html(asked.url));
    expect((await knock("/me/token", { headers: { host: "elsewhere.example" } })).body).toBe(`${ORIGIN}/me/token`);
    expect((await knock("//elsewhere.example/me/token")).status).toBe(400);
    expect((await knock("http://elsewhere.example/me/token")).status).toBe(400);
  });

  test("that fails tells a reference and nothing else", async () => {
    const logged = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const { knock } = await aDoor(async () => {
      throw new Error("ada@example.org is in this message");
    });
    const { status, body } = await knock("/me/token");
    const [, reference = "none"] = /Reference: (\w+)/.exec(body) ?? [];
    expect(status).toBe(503);
    expect(body).not.toContain("ada@");
    expect(String(logged.mock.calls[0]?.[0])).toContain(`[${reference}]`);
  });
});

describe("a form", () => {
  test("comes in with all its bytes", async () => {
    const { knock } = await aDoor(async (asked) => html(await asked.text()));
    expect((await knock("/letters/dear-retailers/sign", { method: "POST", body: "name=Nguyễn" })).body).toBe("name=Nguyễn");
  });

  test("that its visitor takes away half-sent is no failure of the house", async () => {
    const logged = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const { leaveHalfway } = await aDoor(async () => html("accepted"));
    await leaveHalfway("/letters/dear-retailers/sign");
    expect(logged).not.toHaveBeenCalled();
  });

  test("larger than any of ours is refused", async () => {
    const { knock } = await aDoor(async () => html("accepted"));
    expect(await knock("/letters/dear-retailers/sign", { method: "POST", body: "a".repeat(256 * 1024 + 1) })).toMatchObject({ status: 413 });
  });

  test("from another site never reaches a page", async () => {
    let reached = 0;
    const { knock } = await aDoor(async () => {
      reached += 1;
      return html("accepted");
    });
    const answer = await knock("/organize/sign-out", { method: "POST", headers: { origin: "https://elsewhere.example" }, body: "" });
    expect([answer.status, reached]).toEqual([403, 0]);
  });
});

describe("an old slug", () => {
  const nothing = async () => new Response("not here", { status: 404 });

  test("leads on for good, with the rest of the address, from memory and past it", async () => {
    const { knock, dropPages } = await aDoor(nothing, { old: "new" });
    for (const [path, address] of [["/letters/old", "/letters/new"], ["/letters/old?from=mail", "/letters/new?from=mail"], ["/letters/old/sign?x=1", "/letters/new/sign?x=1"]] as const) {
      const answer = await knock(path);
      expect([answer.status, answer.headers.location]).toEqual([301, address]);
    }
    dropPages();
    expect((await knock("/letters/other")).status).toBe(404);
  });

  test("of a form keeps what was typed: it is sent again", async () => {
    const { knock } = await aDoor(nothing, { old: "new" });
    const answer = await knock("/letters/old/sign", { method: "POST", body: "name=Ada" });
    expect([answer.status, answer.headers.location]).toEqual([308, "/letters/new/sign"]);
  });

  test("that was given back is a page again once the pages are dropped", async () => {
    const newSlugs: Record<string, string> = { old: "new" };
    const { knock, dropPages } = await aDoor(async (asked) => (newSlugs["old"] ? nothing() : html(asked.url)), newSlugs);
    expect((await knock("/letters/old")).status).toBe(301);
    delete newSlugs["old"];
    dropPages();
    expect((await knock("/letters/old")).status).toBe(200);
  });
});

describe("this machine", () => {
  test.each([
    ["localhost:3000", {}, "true"],
    ["127.0.0.1", {}, "true"],
    ["countersign.example", {}, "false"],
    ["localhost.elsewhere.example", {}, "false"],
    ["localhost", { "x-forwarded-for": "203.0.113.4" }, "false"],
    ["localhost", { forwarded: "for=203.0.113.4" }, "false"],
  ])("is known by the name it was asked by: %s %o", async (host, headers, answer) => {
    const { knock } = await aDoor(async (_, { isFromThisMachine }) => html(String(isFromThisMachine)));
    expect((await knock("/dev/mail", { headers: { host, ...headers } })).body).toBe(answer);
  });
});

test("a file is taken from nobody who is not signed in, however the form is addressed", async () => {
  const { knock } = await aDoor(async () => html("never"));
  const body = "x".repeat(300 * 1024);
  for (const path of ["/organize/new", "/organize/new.data", "/organize/campaigns/x/set-up/logo"]) {
    expect((await knock(path, { method: "POST", body })).status).toBe(413);
  }
});
