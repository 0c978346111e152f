import { countryName, listCountries } from "#app/signatures/countries.ts";
import { countSignatures } from "#app/signatures/count.server.ts";
import { SIGNATURE_STATES, type SignatureState } from "#app/signatures/signature-states.ts";
import { sql } from "#db/client.server.ts";
import { suspicionsInWords } from "#app/signatures/screening/suspicion-words.ts";
import { SUSPICIONS } from "#app/signatures/screening/suspicions.ts";
import type { Cell } from "./definition.ts";
import type { ListDefinition } from "./define.server.ts";
import { signaturesSource } from "./signatures-source.server.ts";

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
  suspicion: string | null;
  /** Of the signing that made it, as long as its trace is kept. */
  network: string | null;
  mailDomain: string | null;
}

/** Filters under which one looks for what suspects have in common. */
const OF_SUSPECTS = ["why", "network", "domain", "same-name"];
const WITH_ITS_PLACE = ["country", "source", "shown", "comment"];

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
    { name: "why", title: "Why suspect", isShownAlong: isOfSuspects, cell: ({ suspicion }) => ({ text: suspicionsInWords(suspicion) }) },
    {
      name: "network", title: "Network", isShownAlong: isOfSuspects, isNeverExported: true,
      cell: ({ network }) => narrowing("network", network),
    },
    {
      name: "domain", title: "Mail domain", isShownAlong: isOfSuspects, isNeverExported: true,
      cell: ({ mailDomain }) => narrowing("domain", mailDomain),
    },
    { name: "source", title: "Source", isShownAlong: (values) => !isOfSuspects(values), cell: ({ source }) => ({ text: source ?? "" }) },
    { name: "shown", title: "Name shown", isShownAlong: (values) => !isOfSuspects(values), cell: ({ isNameShown }) => ({ text: isNameShown ? "shown" : "hidden" }) },
    { name: "commented", title: "Comment", isShownAlong: (values) => !isOfSuspects(values), cell: ({ comment }) => ({ text: comment === null ? "" : "yes" }) },
    { name: "comment", title: "Words of the comment", isOnlyExported: true, cell: ({ comment }) => ({ text: comment ?? "" }) },
    { name: "signed", title: "Signed (UTC)", sort: "signed", cell: ({ createdAt }) => ({ text: "", at: createdAt }) },
    { name: "confirmed", title: "Confirmed (UTC)", sort: "confirmed", isShownAlong: (values) => values.state !== "suspect", cell: ({ confirmedAt }) => (confirmedAt ? { text: "", at: confirmedAt } : { text: "" }) },
    { name: "removal", title: "Reason of removal", isOnlyExported: true, cell: ({ removalReason }) => ({ text: removalReason ?? "" }) },
  ],
  filters: [
    { kind: "one of", name: "state", label: "State", options: Object.entries(SIGNATURE_STATES).map(([value, { word }]) => ({ value, word })) },
    { kind: "one of", name: "why", label: "Why suspect", options: Object.entries(SUSPICIONS).map(([value, word]) => ({ value, word })) },
    { kind: "text", name: "network", label: "Network (last 7 days)", match: "exact", max: 50 },
    { kind: "text", name: "domain", label: "Mail domain (last 7 days)", match: "exact", max: 253 },
    { kind: "text", name: "same-name", label: "Whole name (last 7 days)", match: "exact", max: 120 },
    { kind: "days", name: "signed", label: "Signed" },
    { kind: "minutes", name: "at", label: "Minute (UTC)" },
    { kind: "one of", name: "country", label: "Country", options: listCountries("en").map(({ code, name }) => ({ value: code, word: name })), apart: OF_SUSPECTS },
    { kind: "text", name: "source", label: "Source", match: "exact", max: 100, apart: ["country", ...OF_SUSPECTS] },
    { kind: "yes or no", name: "shown", label: "Name shown", yes: "Name shown", no: "Name hidden", apart: OF_SUSPECTS },
    { kind: "yes or no", name: "comment", label: "Comment", yes: "With a comment", no: "Without a comment", apart: OF_SUSPECTS },
    {
      kind: "text", name: "name", label: "Name", match: "begins with", max: 120, sort: "name",
      apart: ["state", "signed", "at", ...WITH_ITS_PLACE, ...OF_SUSPECTS],
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
    { name: "release", title: "Release…", act: "moderate" },
    { name: "remove", title: "Remove…", act: "moderate" },
    { name: "restore", title: "Restore…", act: "moderate" },
    { name: "export", title: "Export…", act: "export" },
  ],
  source: signaturesSource,
  shown: () => ({
    columns: sql`s.id, s.name, s.country, s.state, s.source, s.is_name_shown as "isNameShown", s.comment,
      s.created_at as "createdAt", s.confirmed_at as "confirmedAt", s.removal_reason as "removalReason",
      s.suspicion, trace.network, trace.mail_domain as "mailDomain"`,
    joins: sql`join signatures s on s.id = page.id
      left join lateral (select network, mail_domain from screened_signings where signature_id = page.id and is_new limit 1) trace on true`,
  }),
  /** Confirmed ones are tallied by the clock. */
  async counted({ campaign, values }) {
    const isConfirmedAlone = values.state === "confirmed" && Object.keys(values).length === 1;
    return isConfirmedAlone ? countSignatures(campaign.id) : undefined;
  },
};

/** Then the table shows what they have in common, in the place of what they chose. */
function isOfSuspects(values: Readonly<Record<string, string>>) {
  return values.state === "suspect" || OF_SUSPECTS.some((name) => values[name]);
}

/** A press shows all suspects that have the same. */
function narrowing(filter: string, value: string | null): Cell {
  return value === null ? { text: "" } : { text: value, narrows: new URLSearchParams({ state: "suspect", [filter]: value }).toString() };
}

function tone(state: SignatureState) {
  if (state === "suspect") return { tone: "attention" } as const;
  return state === "confirmed" ? {} : ({ tone: "quiet" } as const);
}
