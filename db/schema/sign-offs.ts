import { pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { campaigns } from "./campaigns.ts";
import { instant } from "./columns.ts";
import { organizers } from "./organizers.ts";

/** That somebody looked at a test view before it became public, and found it right. */
export const signOffs = pgTable(
  "sign_offs",
  {
    campaignId: uuid().notNull().references(() => campaigns.id, { onDelete: "cascade" }),
    view: text({ enum: ["letter", "message"] }).notNull(),
    /** Of what was looked at: once that changes, it has to be looked at again. */
    fingerprint: text().notNull(),
    organizerId: uuid().notNull().references(() => organizers.id, { onDelete: "cascade" }),
    at: instant().notNull(),
  },
  (table) => [primaryKey({ name: "one_sign_off_per_view", columns: [table.campaignId, table.view] })],
);
