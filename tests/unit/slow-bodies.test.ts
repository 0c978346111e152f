import { once } from "node:events";
import { request } from "node:http";
import { afterEach, expect, test, vi } from "vitest";
import { createDoor } from "#app/http/serve.server.ts";

afterEach(() => {
  vi.useRealTimers();
});

/** Sends less than it said, and stays. */
async function dawdle(path: string) {
  const { server } = createDoor({ handler: async (asked) => new Response(await asked.text()), origin: "https://countersign.example", findNewSlug: async () => undefined });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The door has no port.");
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const asked = request({ port: address.port, path, method: "POST", headers: { host: "countersign.example", "content-length": "100" } });
  asked.on("error", () => {});
  const answered = once(asked, "response");
  asked.write("name=Ada");
  await once(server, "request");
  // Until the house has looked who it is, and waits for the rest.
  await vi.waitFor(() => expect(vi.getTimerCount()).toBeGreaterThan(0));
  await vi.advanceTimersByTimeAsync(31_000);
  const [res] = await answered;
  server.closeAllConnections();
  server.close();
  return res.statusCode;
}

test.each(["/letters/dear-retailers/sign", "/organize/campaigns/dear-retailers/imports/new"])("a stranger who sends slowly is let go of after half a minute: %s", async (path) => {
  expect(await dawdle(path)).toBe(408);
});
