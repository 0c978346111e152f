DROP INDEX "confirmed_signatures";--> statement-breakpoint
DROP INDEX "messages_by_target";--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "removed_from" "signature_state";--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "removal_job_id" uuid;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "has_own_words" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "retailers_listed" ON "retailers" USING btree ("is_sample",lower(name) collate "C","id");--> statement-breakpoint
CREATE INDEX "retailers_listed_by_country" ON "retailers" USING btree ("is_sample","country",lower(name) collate "C","id");--> statement-breakpoint
CREATE INDEX "signatures_listed" ON "signatures" USING btree ("campaign_id","state","is_name_shown",(comment is not null),"created_at","id");--> statement-breakpoint
CREATE INDEX "signatures_listed_by_country" ON "signatures" USING btree ("campaign_id","country","state","is_name_shown",(comment is not null),"created_at","id");--> statement-breakpoint
CREATE INDEX "signatures_listed_by_source" ON "signatures" USING btree ("campaign_id","source","state","is_name_shown",(comment is not null),"created_at","id") WHERE source is not null;--> statement-breakpoint
CREATE INDEX "signatures_listed_by_name" ON "signatures" USING btree ("campaign_id",lower(name) collate "C","id");--> statement-breakpoint
CREATE INDEX "signatures_by_removal" ON "signatures" USING btree ("removal_job_id","id") WHERE removal_job_id is not null;--> statement-breakpoint
CREATE INDEX "deliveries_listed" ON "deliveries" USING btree ("campaign_id","state","card","due_at","id") WHERE campaign_id is not null;--> statement-breakpoint
CREATE INDEX "audit_listed" ON "audit_entries" USING btree ("campaign_id","at","id");--> statement-breakpoint
CREATE INDEX "audit_listed_by_organizer" ON "audit_entries" USING btree ("campaign_id","organizer_id","at","id");--> statement-breakpoint
CREATE INDEX "audit_listed_by_act" ON "audit_entries" USING btree ("campaign_id","act","subject","at","id");--> statement-breakpoint
CREATE INDEX "audit_listed_by_organizer_and_act" ON "audit_entries" USING btree ("campaign_id","organizer_id","act","subject","at","id");--> statement-breakpoint
CREATE INDEX "confirmed_signatures" ON "signatures" USING btree ("campaign_id","confirmed_at","id") WHERE state = 'confirmed';--> statement-breakpoint
CREATE INDEX "messages_by_target" ON "messages" USING btree ("target_id","state","has_own_words","created_at","id");