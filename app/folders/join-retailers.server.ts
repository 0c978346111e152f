import { asc, eq, inArray } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { contacts, retailers } from "#db/schema/index.ts";
import type { FolderCampaign, FolderRetailer } from "./folder-campaign.ts";

/** A sample would say of real companies what is made up, or a campaign ask shops that do not exist. */
export class SampleMix extends Error {
  override name = "SampleMix";

  constructor(readonly slugs: string[]) {
    super("Made-up retailers and real ones do not mix.");
  }
}

/**
 * The directory's retailers of these slugs, in the folder's order; those it lacks are added with their contacts. What the
 * directory holds belongs to every campaign, so nothing of it is changed and no address is added to it: `leftAsItIs`
 * says in sentences what a person may want to look at.
 * @throws SampleMix when made-up retailers would join a real campaign or the other way round.
 */
export async function joinRetailers(tx: Transaction, { retailers: wanted, isSample }: Pick<FolderCampaign, "retailers" | "isSample">, now: Date) {
  const added = await addMissing(tx, wanted, isSample, now);
  const known = await findRetailers(tx, wanted.map(({ slug }) => slug));
  const mixed = [...known.values()].filter((row) => row.isSample !== isSample);
  if (mixed.length > 0) throw new SampleMix(mixed.map(({ slug }) => slug));
  const joined = wanted.map((retailer) => {
    const row = known.get(retailer.slug);
    if (!row) throw new Error("A retailer went away.");
    return { retailer, row };
  });
  return {
    retailers: joined.map(({ retailer, row }) => ({ id: row.id, askedOn: retailer.askedOn })),
    leftAsItIs: joined.flatMap(({ retailer, row }) => (added.has(retailer.slug) ? [] : whatDiffers(retailer, row))),
  };
}

/** By slug, so that two imports at once wait for each other and never both. */
async function addMissing(tx: Transaction, wanted: FolderRetailer[], isSample: boolean, now: Date) {
  const added = new Set<string>();
  for (const { contacts: addresses, askedOn: _, ...retailer } of wanted.toSorted((one, other) => (one.slug < other.slug ? -1 : 1))) {
    const [row] = await tx.insert(retailers).values({ ...retailer, isSample }).onConflictDoNothing().returning({ id: retailers.id });
    if (!row) continue;
    added.add(retailer.slug);
    // The first working contact is written to: their order is that of their times.
    const rows = addresses.map((address, turn) => ({ retailerId: row.id, ...address, createdAt: new Date(now.getTime() + turn) }));
    if (rows.length > 0) await tx.insert(contacts).values(rows);
  }
  return added;
}

type Known = Awaited<ReturnType<typeof findRetailers>> extends Map<string, infer Row> ? Row : never;

async function findRetailers(tx: Transaction, slugs: string[]) {
  const rows = await tx
    .select({ id: retailers.id, slug: retailers.slug, name: retailers.name, country: retailers.country, websiteUrl: retailers.websiteUrl, isSample: retailers.isSample })
    .from(retailers)
    .where(inArray(retailers.slug, slugs));
  const addresses = await tx
    .select({ retailerId: contacts.retailerId, email: contacts.email })
    .from(contacts)
    .innerJoin(retailers, eq(retailers.id, contacts.retailerId))
    .where(inArray(retailers.slug, slugs))
    .orderBy(asc(contacts.createdAt));
  return new Map(rows.map((row) => [row.slug, { ...row, emails: addresses.filter(({ retailerId }) => retailerId === row.id).map(({ email }) => email.toLowerCase()) }]));
}

function whatDiffers({ slug, name, country, websiteUrl, contacts: addresses }: FolderRetailer, row: Known): string[] {
  const differing = [
    row.name === name ? "" : `name “${row.name}”`,
    row.country === country ? "" : `country ${row.country}`,
    row.websiteUrl === websiteUrl ? "" : `website ${row.websiteUrl ?? "none"}`,
  ].filter((words) => words !== "");
  const strangers = addresses.filter(({ email }) => !row.emails.includes(email.toLowerCase()));
  return [
    ...(differing.length > 0 ? [`The directory knows ${slug} already and keeps its own ${differing.join(", ")}.`] : []),
    ...strangers.map(({ email }) => `The address ${email} of ${row.name} was not added to the directory. Add it on the desk if it is right.`),
  ];
}
