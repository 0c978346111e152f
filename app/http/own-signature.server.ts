import type { Params } from "@remix-run/react";
import { findOwnPage, findOwnSignature } from "#app/signatures/own/own-page.server.ts";
import { notFound } from "./closed-doors.ts";
import { campaignPage } from "./page-setting.ts";
import { INTERFACE_LANGUAGE } from "#app/letters/languages.ts";

/** The signature named in an address under `/me`: it belongs to the link's own mail address, or is not there. */
export async function requireOwnSignature({ token = "", signature: id = "" }: Params) {
  const signature = await findOwnSignature(token, id);
  if (!signature) throw notFound();
  return { token, signature, page: campaignPage(signature.campaign, INTERFACE_LANGUAGE) };
}

/** Everything that the link opens. */
export async function requireOwnPage({ token = "" }: Params) {
  const own = await findOwnPage(token);
  if (!own) throw notFound();
  return { token, own };
}
