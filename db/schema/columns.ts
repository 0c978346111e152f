import { customType, timestamp, uuid } from "drizzle-orm/pg-core";
import { v7 } from "uuid";

/** Keys are made in Node, so that rows can be named before they are written, and sort by time. */
export const key = () => uuid().primaryKey().$defaultFn(() => v7());

/** An instant, always with its time zone. */
export const instant = () => timestamp({ withTimezone: true, mode: "date" });

export const createdAt = () => instant().notNull().defaultNow();

export const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });
