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
CREATE TABLE "paper_counts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"place" text NOT NULL,
	"counted_on" date NOT NULL,
	"number" integer NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"recorded_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp with time zone,
	"removed_by" uuid,
	"removal_reason" text,
	CONSTRAINT "a_paper_count_is_positive" CHECK (number > 0)
);
--> statement-breakpoint
CREATE TABLE "import_faults" (
	"job_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"line" integer NOT NULL,
	"column" text NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "one_fault_per_position" PRIMARY KEY("job_id","position")
);
--> statement-breakpoint
CREATE TABLE "import_keys" (
	"job_id" uuid NOT NULL,
	"person" uuid NOT NULL,
	"seat" smallint NOT NULL,
	"name" uuid NOT NULL,
	"is_known" boolean NOT NULL,
	CONSTRAINT "one_import_key_per_seat" PRIMARY KEY("job_id","person","seat")
);
--> statement-breakpoint
CREATE TABLE "import_pieces" (
	"import_id" uuid NOT NULL,
	"position" bigint NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "one_import_piece_per_position" PRIMARY KEY("import_id","position")
);
--> statement-breakpoint
CREATE TABLE "signature_imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"title" text NOT NULL,
	"uploaded_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"received_at" timestamp with time zone,
	"bytes" bigint DEFAULT 0 NOT NULL,
	"encoding" text DEFAULT 'utf-8' NOT NULL,
	"delimiter" text DEFAULT ',' NOT NULL,
	"header" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"mapping" jsonb,
	"check_job_id" uuid,
	"import_job_id" uuid,
	"way" text,
	"verification" text,
	"source" text,
	"confirmed" integer DEFAULT 0 NOT NULL,
	"counted_at" timestamp with time zone,
	"rests_until" timestamp with time zone,
	"dropped_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "remind_after_days" integer DEFAULT 3;--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "reminded_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "import_job_id" uuid;--> statement-breakpoint
ALTER TABLE "reconciliations" ADD CONSTRAINT "reconciliations_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reconciliations" ADD CONSTRAINT "reconciliations_dismissed_by_organizers_id_fk" FOREIGN KEY ("dismissed_by") REFERENCES "public"."organizers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_marks" ADD CONSTRAINT "reminder_marks_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "state_counts" ADD CONSTRAINT "state_counts_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_counts" ADD CONSTRAINT "paper_counts_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_counts" ADD CONSTRAINT "paper_counts_recorded_by_organizers_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."organizers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_counts" ADD CONSTRAINT "paper_counts_removed_by_organizers_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."organizers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_faults" ADD CONSTRAINT "import_faults_job_id_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."jobs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_keys" ADD CONSTRAINT "import_keys_job_id_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."jobs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_pieces" ADD CONSTRAINT "import_pieces_import_id_signature_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."signature_imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signature_imports" ADD CONSTRAINT "signature_imports_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signature_imports" ADD CONSTRAINT "signature_imports_uploaded_by_organizers_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."organizers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reconciliations_under_way" ON "reconciliations" USING btree ("night") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "reconciliations_that_found" ON "reconciliations" USING btree ("campaign_id") WHERE dismissed_at is null and (wrong_by <> 0 or wrong_minutes <> 0 or wrong_hours <> 0 or wrong_days <> 0);--> statement-breakpoint
CREATE INDEX "paper_counts_by_day" ON "paper_counts" USING btree ("campaign_id","counted_on","id");--> statement-breakpoint
CREATE INDEX "signature_imports_by_campaign" ON "signature_imports" USING btree ("campaign_id","id");--> statement-breakpoint
CREATE INDEX "requests_mailed_again" ON "signatures" USING btree ("campaign_id","mailed_at") WHERE state = 'pending' and mailed_at <> created_at;--> statement-breakpoint
CREATE INDEX "signatures_by_import" ON "signatures" USING btree ("import_job_id","state","id") WHERE import_job_id is not null;