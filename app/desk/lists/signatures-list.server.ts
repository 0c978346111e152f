import { countryName, listCountries } from "#app/signatures/countries.ts";
import { countSignatures } from "#app/signatures/count.server.ts";
import { SIGNATURE_STATES, type SignatureState } from "#app/signatures/signature-states.ts";
import { sql } from "#db/client.server.ts";
import type { ListSource } from "./definition.ts";
import { chosen, daysWithin, type ListDefinition, yesOrNo } from "./define.server.ts";

interface SignatureRow {
  id: string;
  name: string;
  country: string;
  state: SignatureState;
  source: string | null;
  isNameShown: boolean;
  comment: string | null;
  createdAt: Date;
  confirmedAt: Date | null;
  removalReason: string | null;
}

/** Who signed. No address of a signer is among it, in the table and in files. */
export const signaturesList: ListDefinition<SignatureRow> = {
  name: "signatures",
  title: "Signatures",
  one: "signature",
  many: "signatures",
  nothingYet: "Nobody has signed yet. Share the letter’s address; whoever signs stands here at once, confirmed or not.",
  columns: [
    { name: "name", title: "Name", isHead: true, sort: "name", cell: ({ id, name }) => ({ text: name, thing: { subject: "signature", id } }) },
    { name: "country", title: "Country", cell: ({ country }) => ({ text: countryName(country, "en") }), exported: ({ country }) => country },
    { name: "state", title: "State", cell: ({ state }) => ({ text: SIGNATURE_STATES[state].word, ...tone(state) }) },
    { name: "source", title: "Source", cell: ({ source }) => ({ text: source ?? "" }) },
    { name: "shown", title: "Name shown", cell: ({ isNameShown }) => ({ text: isNameShown ? "shown" : "hidden" }) },
    { name: "commented", title: "Comment", cell: ({ comment }) => ({ text: comment === null ? "" : "yes" }) },
    { name: "comment", title: "Words of the comment", isOnlyExported: true, cell: ({ comment }) => ({ text: comment ?? "" }) },
    { name: "signed", title: "Signed (UTC)", sort: "signed", cell: ({ createdAt }) => ({ text: "", at: createdAt }) },
    { name: "confirmed", title: "Confirmed (UTC)", sort: "confirmed", cell: ({ confirmedAt }) => (confirmedAt ? { text: "", at: confirmedAt } : { text: "" }) },
    { name: "removal", title: "Reason of removal", isOnlyExported: true, cell: ({ removalReason }) => ({ text: removalReason ?? "" }) },
  ],
  filters: [
    { kind: "one of", name: "state", label: "State", options: Object.entries(SIGNATURE_STATES).map(([value, { word }]) => ({ value, word })) },
    { kind: "one of", name: "country", label: "Country", options: listCountries("en").map(({ code, name }) => ({ value: code, word: name })) },
    { kind: "text", name: "source", label: "Source", match: "exact", max: 100, apart: ["country"] },
    { kind: "yes or no", name: "shown", label: "Name shown", yes: "Name shown", no: "Name hidden" },
    { kind: "yes or no", name: "comment", label: "Comment", yes: "With a comment", no: "Without a comment" },
    { kind: "days", name: "signed", label: "Signed" },
    {
      kind: "text", name: "name", label: "Name", match: "begins with", max: 120, sort: "name",
      apart: ["state", "country", "source", "shown", "comment", "signed"],
    },
  ],
  sorts: () => [
    { name: "signed", title: "Signed", isDescending: true, keys: [{ column: sql`s.created_at`, type: "instant" }] },
    {
      name: "confirmed", title: "Confirmed", isDescending: true, along: ["state", "shown"], needs: { state: "confirmed" },
      keys: [{ column: sql`s.confirmed_at`, type: "instant" }],
    },
    { name: "name", title: "Name", isDescending: false, along: [], keys: [{ column: sql`lower(s.name) collate "C"`, type: "text" }] },
  ],
  acts: [
    { name: "remove", title: "Remove…", act: "moderate" },
    { name: "restore", title: "Restore…", act: "moderate" },
    { name: "export", title: "Export…", act: "export" },
  ],
  source({ campaign, values, sort }) {
    const own = { from: sql`signatures s`, id: sql`s.id` };
    const ofCampaign = sql`s.campaign_id = ${campaign.id}`;
    if (sort === "name") return { ...own, parts: [], where: [ofCampaign, ...nameBegins(values.name)] };
    const shown: ListSource["parts"][number] = { column: sql`s.is_name_shown`, type: "boolean", values: yesOrNo(values.shown) };
    if (sort === "confirmed") return { ...own, parts: [shown], where: [ofCampaign, sql`s.state = 'confirmed'`] };
    const { country, source } = values;
    return {
      ...own,
      where: [
        ofCampaign,
        ...(country ? [sql`s.country = ${country}`] : []),
        ...(source ? [sql`s.source = ${source} and s.source is not null`] : []),
        ...daysWithin(sql`s.created_at`, values, "signed"),
      ],
      parts: [
        { column: sql`s.state`, type: "signature_state", values: chosen(values.state, Object.keys(SIGNATURE_STATES)) },
        shown,
        { column: sql`(s.comment is not null)`, type: "boolean", values: yesOrNo(values.comment) },
      ],
    };
  },
  shown: () => ({
    columns: sql`s.id, s.name, s.country, s.state, s.source, s.is_name_shown as "isNameShown", s.comment,
      s.created_at as "createdAt", s.confirmed_at as "confirmedAt", s.removal_reason as "removalReason"`,
    joins: sql`join signatures s on s.id = page.id`,
  }),
  /** Confirmed ones are tallied by the clock. */
  async counted({ campaign, values }) {
    const isConfirmedAlone = values.state === "confirmed" && Object.keys(values).length === 1;
    return isConfirmedAlone ? countSignatures(campaign.id) : undefined;
  },
};

/** From the prefix to the last text that begins with it, by bytes as the index has them. */
function nameBegins(name: string | undefined) {
  if (!name) return [];
  const key = sql`lower(s.name) collate "C"`;
  return [sql`${key} >= lower(${name}::text) and ${key} < lower(${name}::text) || chr(1114111)`];
}

function tone(state: SignatureState) {
  if (state === "suspect") return { tone: "attention" } as const;
  return state === "confirmed" ? {} : ({ tone: "quiet" } as const);
}
