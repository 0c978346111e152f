import { countSignatures } from "#app/signatures/count.server.ts";
import { REMOVABLE_STATES, SIGNATURE_STATES } from "#app/signatures/signature-states.ts";
import type { Cell } from "./definition.ts";
import { COUNTED_TO } from "./open-list.server.ts";
import { countAtMost, readPage } from "./read-page.server.ts";
import { openSelection } from "./selected.server.ts";
import type { Selection } from "./selection.ts";
import { signaturesList } from "./signatures-list.server.ts";

const SAMPLED = 5;
/** What tells a reader whether these are the ones that they mean. */
const SAMPLED_COLUMNS = ["name", "country", "state", "why", "network", "domain", "signed"];

export interface Bounded {
  count: number;
  isMore: boolean;
}

export type RemovalPreview = Awaited<ReturnType<typeof readRemovalPreview>>;

/**
 * What a removal would take: how many of each state, counted no further than a page needs, what that makes of the
 * public count, and a few of them as the list shows them.
 */
export async function readRemovalPreview(campaignId: string, selection: Selection) {
  const selected = await openSelection(signaturesList, campaignId, selection);
  const { scope } = selected.reading;
  // By their states, whatever the order: one that brings its state along could not be asked for another.
  const sort = scope.sort === "confirmed" ? "signed" : scope.sort;
  const wanted = REMOVABLE_STATES.filter((state) => (scope.values.state ?? state) === state);
  const [states, page, publicCount] = await Promise.all([
    Promise.all(
      wanted.map(async (state) => {
        const counted = await countAtMost(selected.list, { ...scope, sort, values: { ...scope.values, state } }, COUNTED_TO + 1);
        return { state, word: SIGNATURE_STATES[state].word, ...bounded(counted) };
      }),
    ),
    readPage({ ...signaturesList, source: selected.list.source }, { ...selected.reading, place: { kind: "first" }, limit: SAMPLED }),
    countSignatures(campaignId),
  ]);
  const columns = signaturesList.columns.filter(({ name }) => SAMPLED_COLUMNS.includes(name));
  return {
    states: states.filter(({ count }) => count > 0),
    publicCount,
    sample: {
      columns: columns.map(({ name, title, isHead = false }) => ({ name, title, isHead })),
      rows: page.rows.map(({ id, row }) => ({ id, cells: columns.map((column): Cell => column.cell(row)) })),
      isWhole: !page.hasMore,
    },
  };
}

function bounded(counted: number): Bounded {
  return { count: Math.min(counted, COUNTED_TO), isMore: counted > COUNTED_TO };
}
