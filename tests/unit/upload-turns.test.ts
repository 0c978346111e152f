import { expect, test } from "vitest";
import { inUploadTurn, TooManyUploads } from "#app/http/upload-turns.server.ts";

test("the fifth file at once is turned away, and taken as soon as one of the four has arrived", async () => {
  const arrive: (() => void)[] = [];
  const sent = Array.from({ length: 4 }, () => inUploadTurn(() => new Promise<void>((done) => void arrive.push(done))));
  await expect(inUploadTurn(async () => "fifth")).rejects.toThrow(TooManyUploads);
  arrive[0]?.();
  await sent[0];
  expect(await inUploadTurn(async () => "fifth")).toBe("fifth");
  for (const one of arrive) one();
  await Promise.all(sent);
});

test("a file that never arrives whole gives its turn back", async () => {
  const gone = () => inUploadTurn(async () => Promise.reject(new Error("hung up")));
  for (let turn = 0; turn < 9; turn += 1) await expect(gone()).rejects.toThrow("hung up");
});
