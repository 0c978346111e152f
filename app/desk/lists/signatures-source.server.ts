import { SIGNATURE_STATES } from "#app/signatures/signature-states.ts";
import { foldName } from "#app/signatures/fold-name.ts";
import { sql } from "#db/client.server.ts";
import type { Fragment, ListSource, Scope } from "./definition.ts";
import { chosen, daysWithin, minutesWithin, yesOrNo } from "./define.server.ts";

type Values = Scope["values"];

/** Which index has the answer: each branch is served whole by one. */
export async function signaturesSource({ campaign, values, sort }: Scope): Promise<ListSource> {
  const ofCampaign = sql`s.campaign_id = ${campaign.id}`;
  if (sort === "name") return { ...OWN(), parts: [], where: [ofCampaign, ...nameBegins(values.name), ...isIn(values.state)] };
  if (sort === "confirmed") return { ...OWN(), parts: [shownOrNot(values)], where: [ofCampaign, sql`s.state = 'confirmed'`] };
  if (values.network || values.domain || values["same-name"]) return { ...CAME_FROM(), parts: [], where: [ofCampaign, ...cameFrom(values), ...signedWithin(values)] };
  if (values.why) {
    const found = await listSuspicionsWith(campaign.id, values.why);
    const why = { column: sql`s.suspicion`, type: "text", values: found } as const;
    return { ...OWN(), parts: [why, states(values)], where: [ofCampaign, sql`s.suspicion is not null`, ...signedWithin(values)] };
  }
  const { country, source } = values;
  return {
    ...OWN(),
    where: [
      ofCampaign,
      ...(country ? [sql`s.country = ${country}`] : []),
      ...(source ? [sql`s.source = ${source} and s.source is not null`] : []),
      ...signedWithin(values),
    ],
    parts: [states(values), shownOrNot(values), { column: sql`(s.comment is not null)`, type: "boolean", values: yesOrNo(values.comment) }],
  };
}

const OWN = () => ({ from: sql`signatures s`, id: sql`s.id` });

/**
 * Read by the traces of signings, which are kept for seven days, in the order of their index; each signature stands in
 * it once, by the signing that made it. Both instants are the same one.
 */
const CAME_FROM = () => ({
  from: sql`(
    select g.signature_id as id, g.campaign_id, g.created_at, g.network, g.mail_domain, g.name_key, own.state, own.suspicion
    from screened_signings g join signatures own on own.id = g.signature_id where g.is_new
  ) s`,
  id: sql`s.id`,
});

function cameFrom({ network, domain, state, why, ...rest }: Values): Fragment[] {
  const name = rest["same-name"];
  return [
    ...(network ? [sql`s.network = ${network}`] : []),
    ...(domain ? [sql`s.mail_domain = ${domain.toLowerCase().replace(/^@/, "")}`] : []),
    ...(name ? [sql`s.name_key = ${foldName(name)}`] : []),
    ...isIn(state),
    ...(why ? [sql`${why}::text = any (string_to_array(s.suspicion, ','))`] : []),
  ];
}

/** A campaign has as many as rules found something together, and not as suspects: each is one step down the index. */
async function listSuspicionsWith(campaignId: string, why: string): Promise<string[]> {
  const rows = await sql<{ suspicion: string }[]>`
    with recursive found as (
      (select suspicion from signatures where campaign_id = ${campaignId} and suspicion is not null order by suspicion limit 1)
      union all
      select (
        select suspicion from signatures where campaign_id = ${campaignId} and suspicion is not null and suspicion > found.suspicion order by suspicion limit 1
      ) from found where found.suspicion is not null
    )
    select suspicion from found where ${why}::text = any (string_to_array(suspicion, ','))`;
  return rows.map(({ suspicion }) => suspicion);
}

function states({ state }: Values): ListSource["parts"][number] {
  return { column: sql`s.state`, type: "signature_state", values: chosen(state, Object.keys(SIGNATURE_STATES)) };
}

function shownOrNot({ shown }: Values): ListSource["parts"][number] {
  return { column: sql`s.is_name_shown`, type: "boolean", values: yesOrNo(shown) };
}

function isIn(state: string | undefined): Fragment[] {
  return state ? [sql`s.state = ${state}::text::signature_state`] : [];
}

function signedWithin(values: Values): Fragment[] {
  return [...daysWithin(sql`s.created_at`, values, "signed"), ...minutesWithin(sql`s.created_at`, values, "at")];
}

/** From the prefix to the last text that begins with it, by bytes as the index has them. */
function nameBegins(name: string | undefined): Fragment[] {
  if (!name) return [];
  const key = sql`lower(s.name) collate "C"`;
  return [sql`${key} >= lower(${name}::text) and ${key} < lower(${name}::text) || chr(1114111)`];
}
