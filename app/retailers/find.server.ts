import { eq } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { retailers } from "#db/schema/index.ts";

export async function findRetailer(slug: string) {
  const [retailer] = await db
    .select({
      id: retailers.id,
      slug: retailers.slug,
      name: retailers.name,
      country: retailers.country,
      websiteUrl: retailers.websiteUrl,
      isSample: retailers.isSample,
    })
    .from(retailers)
    .where(eq(retailers.slug, slug));
  return retailer;
}
