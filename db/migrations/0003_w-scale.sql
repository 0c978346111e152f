DROP INDEX "shown_signatures";--> statement-breakpoint
DROP INDEX "pending_signatures";--> statement-breakpoint
DROP INDEX "signatures_by_creation";--> statement-breakpoint
DROP INDEX "confirmed_signatures";--> statement-breakpoint
DROP INDEX "signatures_by_change";--> statement-breakpoint
DROP INDEX "waiting_messages";--> statement-breakpoint
DROP INDEX "openings_by_target";--> statement-breakpoint
DROP INDEX "deliveries_by_batch";--> statement-breakpoint
DROP INDEX "deliveries_by_message";--> statement-breakpoint
DROP INDEX "deliveries_by_signature";--> statement-breakpoint
DROP INDEX "deliveries_by_change";--> statement-breakpoint
CREATE INDEX "confirmed_signatures" ON "signatures" USING btree ("campaign_id","is_name_shown","confirmed_at","id") WHERE state = 'confirmed';--> statement-breakpoint
CREATE INDEX "signatures_by_change" ON "signatures" USING btree ("campaign_id","state_changed_at") WHERE confirmed_at is not null and (state <> 'confirmed' or state_changed_at <> confirmed_at);--> statement-breakpoint
CREATE INDEX "waiting_messages" ON "messages" USING btree ("target_id","released_at","signature_id") WHERE state = 'held' and released_at is not null;--> statement-breakpoint
CREATE INDEX "openings_by_target" ON "openings" USING btree ("target_id","signature_id");--> statement-breakpoint
CREATE INDEX "deliveries_by_batch" ON "deliveries" USING btree ("batch_id") WHERE batch_id is not null;--> statement-breakpoint
CREATE INDEX "deliveries_by_message" ON "deliveries" USING btree ("message_id") WHERE message_id is not null;--> statement-breakpoint
CREATE INDEX "deliveries_by_signature" ON "deliveries" USING btree ("signature_id") WHERE signature_id is not null;--> statement-breakpoint
CREATE INDEX "deliveries_by_change" ON "deliveries" USING btree ("campaign_id","state_changed_at") WHERE state_changed_at <> created_at;