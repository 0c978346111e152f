CREATE TABLE "client_keys" (
	"day" date PRIMARY KEY NOT NULL,
	"key" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mailed_addresses" (
	"address_hash" text PRIMARY KEY NOT NULL,
	"mails" integer NOT NULL,
	"since" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "screening_rules" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"verdict" text NOT NULL,
	"value" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "one_screening_rule_per_value" UNIQUE("campaign_id","kind","value")
);
--> statement-breakpoint
CREATE TABLE "spent_proofs" (
	"proof" text PRIMARY KEY NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "screening_alerts" (
	"campaign_id" uuid PRIMARY KEY NOT NULL,
	"mailed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "screening_counts" (
	"campaign_id" uuid NOT NULL,
	"minute" timestamp with time zone NOT NULL,
	"suspicion" text NOT NULL,
	"signings" integer NOT NULL,
	"new_signings" integer NOT NULL,
	CONSTRAINT "one_count_per_minute_and_suspicion" PRIMARY KEY("campaign_id","minute","suspicion")
);
--> statement-breakpoint
CREATE TABLE "screening_findings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"hour" timestamp with time zone NOT NULL,
	"signings" integer NOT NULL,
	"of_signings" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp with time zone,
	"mailed_at" timestamp with time zone,
	CONSTRAINT "one_finding_per_hour" UNIQUE("campaign_id","kind","value","hour")
);
--> statement-breakpoint
CREATE TABLE "signature_releases" (
	"job_id" uuid NOT NULL,
	"signature_id" uuid NOT NULL,
	CONSTRAINT "one_release_per_job" PRIMARY KEY("job_id","signature_id")
);
--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "screening" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "screened_signings" ADD COLUMN "kind" text DEFAULT 'signing' NOT NULL;--> statement-breakpoint
ALTER TABLE "screening_rules" ADD CONSTRAINT "screening_rules_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screening_rules" ADD CONSTRAINT "screening_rules_created_by_organizers_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."organizers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screening_alerts" ADD CONSTRAINT "screening_alerts_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screening_counts" ADD CONSTRAINT "screening_counts_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screening_findings" ADD CONSTRAINT "screening_findings_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signature_releases" ADD CONSTRAINT "signature_releases_job_id_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."jobs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signature_releases" ADD CONSTRAINT "signature_releases_signature_id_signatures_id_fk" FOREIGN KEY ("signature_id") REFERENCES "public"."signatures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "findings_by_time" ON "screening_findings" USING btree ("campaign_id","created_at");--> statement-breakpoint
CREATE INDEX "releases_by_signature" ON "signature_releases" USING btree ("signature_id");--> statement-breakpoint
CREATE INDEX "screened_listed_by_network" ON "screened_signings" USING btree ("campaign_id","network","created_at","signature_id") WHERE is_new;--> statement-breakpoint
CREATE INDEX "screened_listed_by_domain" ON "screened_signings" USING btree ("campaign_id","mail_domain","created_at","signature_id") WHERE is_new;--> statement-breakpoint
CREATE INDEX "screened_listed_by_name" ON "screened_signings" USING btree ("campaign_id","name_key","created_at","signature_id") WHERE is_new;--> statement-breakpoint
CREATE INDEX "signatures_listed_by_suspicion" ON "signatures" USING btree ("campaign_id","suspicion","state","created_at","id") WHERE suspicion is not null;