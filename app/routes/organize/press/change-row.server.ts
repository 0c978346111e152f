import { type PressKind, putFirst, removeFromPress } from "#app/press/change.server.ts";

interface Change {
  campaignId: string;
  by: string;
  kind: PressKind;
}

/** Does what a row's button says; false when the form was no row's. */
export async function changeRow(fields: URLSearchParams, { campaignId, by, kind }: Change): Promise<boolean> {
  const id = fields.get("row");
  if (id === null) return false;
  if (fields.get("do") === "remove") await removeFromPress({ campaignId, by, kind, id });
  if (fields.get("do") === "first") await putFirst({ campaignId, by, kind, id });
  return true;
}
