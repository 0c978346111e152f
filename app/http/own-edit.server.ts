import { redirect } from "@remix-run/node";
import type { Params } from "@remix-run/react";
import type { z } from "zod";
import { editSignature } from "#app/signatures/own/edit.server.ts";
import type { OwnChange } from "#app/signatures/own/own-forms.ts";
import { notFound } from "./closed-doors.ts";
import { readForm, refill } from "./form.ts";
import { requireOwnSignature } from "./own-signature.server.ts";
import { paths } from "./paths.ts";

/** What every form of the own page does that changes a part of a signature. */
export async function editOwn(request: Request, params: Params, schema: z.ZodType<OwnChange>) {
  const { token, signature } = await requireOwnSignature(params);
  const form = await readForm(request, schema);
  if (!form.ok) return refill(form);
  const { outcome } = await editSignature(signature, form.values);
  if (outcome === "not editable") throw notFound();
  if (outcome === "other's name") {
    return refill({ typed: form.typed, errors: { name: "The other signature from this address has that name. Two signatures are of two people." } });
  }
  return redirect(outcome === "unchanged" ? paths.me(token) : paths.meDone(token, "changed"), 303);
}

/** What such a form begins with. A signature that waits or was removed has none. */
export async function requireEditable(params: Params) {
  const own = await requireOwnSignature(params);
  if (own.signature.state !== "confirmed" && own.signature.state !== "withdrawn") throw notFound();
  return own;
}
