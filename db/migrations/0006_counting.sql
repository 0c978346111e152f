CREATE TABLE "clock_rounds" (
	"name" text PRIMARY KEY NOT NULL,
	"every_seconds" integer NOT NULL,
	"started_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"outcome" text,
	"error" text,
	"failed_at" timestamp with time zone,
	"noted_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reconciliations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"night" date NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"through" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"counted" bigint DEFAULT 0 NOT NULL,
	"wrong_by" integer DEFAULT 0 NOT NULL,
	"wrong_minutes" integer DEFAULT 0 NOT NULL,
	"wrong_hours" integer DEFAULT 0 NOT NULL,
	"wrong_days" integer DEFAULT 0 NOT NULL,
	"pending" integer,
	"suspect" integer,
	"removed" integer,
	"withdrawn" integer,
	"dismissed_at" timestamp with time zone,
	"dismissed_by" uuid,
	CONSTRAINT "one_reconciliation_a_night" UNIQUE("campaign_id","night")
);
--> statement-breakpoint
CREATE TABLE "reminder_marks" (
	"campaign_id" uuid PRIMARY KEY NOT NULL,
	"through_at" timestamp with time zone NOT NULL,
	"through_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "state_counts" (
	"campaign_id" uuid PRIMARY KEY NOT NULL,
	"pending" integer NOT NULL,
	"suspect" integer NOT NULL,
	"removed" integer NOT NULL,
	"withdrawn" integer NOT NULL,
	"counted_at" timestamp with time zone NOT NULL,
	"rests_until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "remind_after_days" integer DEFAULT 3;--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "reminded_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "reconciliations" ADD CONSTRAINT "reconciliations_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reconciliations" ADD CONSTRAINT "reconciliations_dismissed_by_organizers_id_fk" FOREIGN KEY ("dismissed_by") REFERENCES "public"."organizers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_marks" ADD CONSTRAINT "reminder_marks_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "state_counts" ADD CONSTRAINT "state_counts_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reconciliations_under_way" ON "reconciliations" USING btree ("night") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "reconciliations_that_found" ON "reconciliations" USING btree ("campaign_id") WHERE dismissed_at is null and (wrong_by <> 0 or wrong_minutes <> 0 or wrong_hours <> 0 or wrong_days <> 0);--> statement-breakpoint
CREATE INDEX "requests_mailed_again" ON "signatures" USING btree ("campaign_id","mailed_at") WHERE state = 'pending' and mailed_at <> created_at;