import { describe, expect, test } from "vitest";
import { z } from "zod";
import { readFields, readForm, refill } from "#app/http/form.ts";

const Form = z.object({ name: z.string().min(1, "Enter your name.").max(5, "Too long.").regex(/^A/, "Begin with A."), note: z.string().default("none") });

function posted(body: BodyInit, type?: string) {
  return new Request("https://countersign.example/", { method: "POST", body, ...(type ? { headers: { "Content-Type": type } } : {}) });
}

describe("a form", () => {
  test("gives its values, and what was typed", async () => {
    const reading = await readForm(posted(new URLSearchParams({ name: "Ada" })), Form);
    expect(reading).toEqual({ ok: true, values: { name: "Ada", note: "none" }, typed: { name: "Ada" } });
  });

  test("that is refused keeps all that was typed, and says one thing a field", async () => {
    const reading = await readForm(posted(new URLSearchParams({ name: "Grace Hopper", note: "My kettle <listens>", box: "on" })), Form);
    expect(reading).toEqual({ ok: false, errors: { name: "Too long." }, typed: { name: "Grace Hopper", note: "My kettle <listens>", box: "on" } });
    if (reading.ok) throw new Error("accepted");
    expect(refill(reading)).toMatchObject({ data: { errors: reading.errors, typed: reading.typed }, init: { status: 422 } });
  });

  test("may come in parts, of which files are left out", async () => {
    const parts = new FormData();
    parts.set("name", "Ada");
    parts.set("photo", new File(["x"], "ada.png"));
    expect(Object.fromEntries(await readFields(posted(parts)))).toEqual({ name: "Ada" });
  });

  test("of another kind holds nothing", async () => {
    expect([...(await readFields(posted('{"name":"Ada"}', "application/json")))]).toEqual([]);
    expect([...(await readFields(posted("name=Ada", "text/plain")))]).toEqual([]);
  });

  test("counts the first of a name that comes twice", async () => {
    expect(await readForm(posted(new URLSearchParams("name=Ada&name=Abel")), Form)).toMatchObject({ values: { name: "Ada" } });
  });

  test.each(["__proto__", "constructor", "toString"])("is not led astray by a field called %s", async (name) => {
    const reading = await readForm(posted(new URLSearchParams({ [name]: "x" })), Form);
    expect(reading).toMatchObject({ ok: false, errors: { name: expect.any(String) } });
    expect(Reflect.get({}, "x")).toBeUndefined();
  });
});
