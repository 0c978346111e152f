ALTER TABLE "campaigns" ADD COLUMN "erased_through" uuid;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "erased_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "signatures_by_campaign" ON "signatures" USING btree ("campaign_id","id");