CREATE TABLE "count_marks" (
	"campaign_id" uuid PRIMARY KEY NOT NULL,
	"looked_through" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "counted_days" (
	"campaign_id" uuid NOT NULL,
	"day" date NOT NULL,
	"touched_at" timestamp with time zone,
	"counted_at" timestamp with time zone,
	"rests_until" timestamp with time zone,
	CONSTRAINT "one_counted_day" PRIMARY KEY("campaign_id","day")
);
--> statement-breakpoint
CREATE TABLE "target_counts" (
	"target_id" uuid PRIMARY KEY NOT NULL,
	"waiting" integer NOT NULL,
	"oldest_waiting_at" timestamp with time zone,
	"opened" integer NOT NULL,
	"counted_at" timestamp with time zone NOT NULL,
	"rests_until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "target_mail_counts" (
	"target_id" uuid NOT NULL,
	"day" date NOT NULL,
	"state" text NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "one_mail_count_per_state" PRIMARY KEY("target_id","day","state")
);
--> statement-breakpoint
ALTER TABLE "count_marks" ADD CONSTRAINT "count_marks_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counted_days" ADD CONSTRAINT "counted_days_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_counts" ADD CONSTRAINT "target_counts_target_id_targets_id_fk" FOREIGN KEY ("target_id") REFERENCES "public"."targets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_mail_counts" ADD CONSTRAINT "target_mail_counts_target_id_targets_id_fk" FOREIGN KEY ("target_id") REFERENCES "public"."targets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "days_to_count" ON "counted_days" USING btree ("day") WHERE touched_at is not null;--> statement-breakpoint
CREATE INDEX "signatures_by_creation" ON "signatures" USING btree ("campaign_id","created_at");--> statement-breakpoint
CREATE INDEX "openings_by_target" ON "openings" USING btree ("target_id");--> statement-breakpoint
CREATE INDEX "deliveries_by_creation" ON "deliveries" USING btree ("campaign_id","created_at");--> statement-breakpoint
CREATE INDEX "deliveries_by_change" ON "deliveries" USING btree ("campaign_id","state_changed_at");--> statement-breakpoint
CREATE INDEX "mail_events_by_receipt" ON "mail_events" USING btree ("received_at");