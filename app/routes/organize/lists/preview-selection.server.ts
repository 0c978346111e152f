import { data } from "@remix-run/node";
import { v7 } from "uuid";
import type { ListDefinition } from "#app/desk/lists/definition.ts";
import { openSelection } from "#app/desk/lists/selected.server.ts";
import type { Selection } from "#app/desk/lists/selection.ts";
import type { Refill } from "#app/http/form.ts";

const NOTHING_WRONG: Refill = { errors: {}, typed: {} };

/** The page that says what would be done to how many, before anything is; with errors when its form came back. */
export async function previewSelection(list: ListDefinition, campaignId: string, selection: Selection, form: Refill = NOTHING_WRONG) {
  return data(await tellSelection(list, campaignId, selection, form), { status: statusOf(form) });
}

/** The same, for a page that has more to say. */
export async function tellSelection(list: ListDefinition, campaignId: string, selection: Selection, { errors, typed }: Refill = NOTHING_WRONG) {
  const selected = await openSelection(list, campaignId, selection);
  const { count, isMore } = await selected.countForPreview();
  const preview = {
    count, isMore,
    words: selected.words,
    // Kept from the form before, so that what was sent twice is one job.
    job: typed.job ?? v7(),
    selection,
  };
  return { preview, errors, typed };
}

export function statusOf({ errors }: Refill = NOTHING_WRONG) {
  return Object.keys(errors).length > 0 ? 422 : 200;
}

export function nothingSelected() {
  return data({ preview: null, ...NOTHING_WRONG }, { status: 422 });
}
