CREATE TABLE "client_keys" (
	"day" date PRIMARY KEY NOT NULL,
	"key" "bytea" NOT NULL,
	"has_unknown_proxy" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mailed_addresses" (
	"address_hash" text PRIMARY KEY NOT NULL,
	"mails" integer NOT NULL,
	"since" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "screened_signings" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"signature_id" uuid NOT NULL,
	"kind" text DEFAULT 'signing' NOT NULL,
	"is_new" boolean NOT NULL,
	"client_hash" text,
	"network" text,
	"mail_domain" text NOT NULL,
	"name_key" text NOT NULL,
	"suspicion" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "signings" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"kind" text DEFAULT 'signing' NOT NULL,
	"canonical_email" text NOT NULL,
	"name_key" text NOT NULL,
	"is_new" boolean NOT NULL,
	"client_hash" text,
	"network" text,
	"is_trapped" boolean DEFAULT false NOT NULL,
	"proof" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "asking_marks" (
	"letter_version_id" uuid PRIMARY KEY NOT NULL,
	"asked" integer DEFAULT 0 NOT NULL,
	"agreed" integer DEFAULT 0 NOT NULL,
	"agreed_through" timestamp with time zone,
	"asked_through" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "letter_askings" (
	"signature_id" uuid NOT NULL,
	"letter_version_id" uuid NOT NULL,
	"asked_at" timestamp with time zone,
	"agreed_at" timestamp with time zone,
	"signed_version_id" uuid,
	"agreed_version_id" uuid,
	CONSTRAINT "one_asking_per_change" PRIMARY KEY("signature_id","letter_version_id")
);
--> statement-breakpoint
CREATE TABLE "version_counts" (
	"letter_version_id" uuid PRIMARY KEY NOT NULL,
	"confirmed" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "version_marks" (
	"campaign_id" uuid PRIMARY KEY NOT NULL,
	"counted_through" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "version_tallies" (
	"campaign_id" uuid NOT NULL,
	"minute" timestamp with time zone NOT NULL,
	"letter_version_id" uuid NOT NULL,
	"confirmed" integer NOT NULL,
	CONSTRAINT "one_tally_per_version_and_minute" PRIMARY KEY("campaign_id","minute","letter_version_id")
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
	"signature_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "unsubscribe_links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"signature_id" uuid NOT NULL,
	"sort" text NOT NULL,
	"token_hash" text NOT NULL,
	"stopped_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "one_unsubscribe_link_per_token" UNIQUE("token_hash"),
	CONSTRAINT "one_unsubscribe_link_per_sort" UNIQUE("signature_id","sort")
);
--> statement-breakpoint
CREATE TABLE "register_endings" (
	"campaign_id" uuid NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "one_ending_per_entry" PRIMARY KEY("campaign_id","position")
);
--> statement-breakpoint
CREATE TABLE "register_entries" (
	"campaign_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"hour" text NOT NULL,
	"commitment" "bytea",
	"meant" integer,
	CONSTRAINT "one_entry_per_position" PRIMARY KEY("campaign_id","position")
);
--> statement-breakpoint
CREATE TABLE "register_heads" (
	"campaign_id" uuid NOT NULL,
	"size" integer NOT NULL,
	"root" "bytea" NOT NULL,
	"count" integer NOT NULL,
	"imported" integer NOT NULL,
	"signed_at" timestamp with time zone NOT NULL,
	"day" date,
	"key_id" text NOT NULL,
	"signature" "bytea" NOT NULL,
	CONSTRAINT "one_head_per_state" PRIMARY KEY("campaign_id","signed_at","size")
);
--> statement-breakpoint
CREATE TABLE "register_keys" (
	"id" text PRIMARY KEY NOT NULL,
	"public_key" "bytea" NOT NULL,
	"sealed_private_key" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"retired_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "register_marks" (
	"campaign_id" uuid PRIMARY KEY NOT NULL,
	"size" integer DEFAULT 0 NOT NULL,
	"count" integer DEFAULT 0 NOT NULL,
	"imported" integer DEFAULT 0 NOT NULL,
	"looked_at_signings" timestamp with time zone DEFAULT '-infinity' NOT NULL,
	"looked_at_changes" timestamp with time zone DEFAULT '-infinity' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "register_nodes" (
	"campaign_id" uuid NOT NULL,
	"level" smallint NOT NULL,
	"place" integer NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "one_node_per_place" PRIMARY KEY("campaign_id","level","place")
);
--> statement-breakpoint
CREATE TABLE "register_secrets" (
	"campaign_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"signature_id" uuid NOT NULL,
	"secret" "bytea" NOT NULL,
	"letter" text NOT NULL,
	"country" text NOT NULL,
	"confirmed_on" text NOT NULL,
	"owner" "bytea" NOT NULL,
	"is_counted" boolean DEFAULT true NOT NULL,
	CONSTRAINT "one_secret_per_entry" PRIMARY KEY("campaign_id","position"),
	CONSTRAINT "one_entry_per_signature" UNIQUE("signature_id")
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
CREATE TABLE "mail_domain_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"domain" text NOT NULL,
	"through" uuid,
	"looked_at" integer DEFAULT 0 NOT NULL,
	"changed" integer DEFAULT 0 NOT NULL,
	"doubled" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "mail_domains" (
	"domain" text PRIMARY KEY NOT NULL,
	"canonical_domain" text NOT NULL,
	"ignores_dots" boolean DEFAULT false NOT NULL,
	"tag" text,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "co_sign_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"site_domain" text NOT NULL,
	"organisation" text NOT NULL,
	"url" text NOT NULL,
	"contact_name" text NOT NULL,
	"contact_role" text NOT NULL,
	"email" text NOT NULL,
	"why" text,
	"state" text DEFAULT 'asked' NOT NULL,
	"token_hash" text NOT NULL,
	"mailed_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"confirmed_at" timestamp with time zone,
	"decided_at" timestamp with time zone,
	"co_signer_id" uuid,
	CONSTRAINT "one_co_sign_request_per_token" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "partners" (
	"co_signer_id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"contact_name" text NOT NULL,
	"email" text NOT NULL,
	"code_hash" text,
	"code_tries" integer DEFAULT 0 NOT NULL,
	"code_mailed_at" timestamp with time zone,
	"may_download" boolean DEFAULT true NOT NULL,
	"downloaded_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "one_partner_per_token" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "consents" DROP CONSTRAINT "one_consent_per_kind";--> statement-breakpoint
ALTER TABLE "signatures" DROP CONSTRAINT "one_signature_per_person";--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "remind_after_days" integer DEFAULT 3;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "shares_addresses" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "asks_for_proof" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "mails_receipts" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "screening" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "co_signers" ADD COLUMN "partner" text;--> statement-breakpoint
ALTER TABLE "letter_versions" ADD COLUMN "is_material" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "letter_versions" ADD COLUMN "change_summary" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "consents" ADD COLUMN "co_signer_id" uuid;--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "seat" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "name_key" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "comment_review" text;--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "reminded_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "suspicion" text;--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "import_job_id" uuid;--> statement-breakpoint
ALTER TABLE "signer_sessions" ADD COLUMN "name_key" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "signer_sessions" ADD COLUMN "mail_asked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "screened_signings" ADD CONSTRAINT "screened_signings_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screened_signings" ADD CONSTRAINT "screened_signings_signature_id_signatures_id_fk" FOREIGN KEY ("signature_id") REFERENCES "public"."signatures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signings" ADD CONSTRAINT "signings_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asking_marks" ADD CONSTRAINT "asking_marks_letter_version_id_letter_versions_id_fk" FOREIGN KEY ("letter_version_id") REFERENCES "public"."letter_versions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_askings" ADD CONSTRAINT "letter_askings_signature_id_signatures_id_fk" FOREIGN KEY ("signature_id") REFERENCES "public"."signatures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_askings" ADD CONSTRAINT "letter_askings_letter_version_id_letter_versions_id_fk" FOREIGN KEY ("letter_version_id") REFERENCES "public"."letter_versions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_askings" ADD CONSTRAINT "letter_askings_signed_version_id_letter_versions_id_fk" FOREIGN KEY ("signed_version_id") REFERENCES "public"."letter_versions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_askings" ADD CONSTRAINT "letter_askings_agreed_version_id_letter_versions_id_fk" FOREIGN KEY ("agreed_version_id") REFERENCES "public"."letter_versions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_counts" ADD CONSTRAINT "version_counts_letter_version_id_letter_versions_id_fk" FOREIGN KEY ("letter_version_id") REFERENCES "public"."letter_versions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_marks" ADD CONSTRAINT "version_marks_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_tallies" ADD CONSTRAINT "version_tallies_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_tallies" ADD CONSTRAINT "version_tallies_letter_version_id_letter_versions_id_fk" FOREIGN KEY ("letter_version_id") REFERENCES "public"."letter_versions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screening_rules" ADD CONSTRAINT "screening_rules_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screening_rules" ADD CONSTRAINT "screening_rules_created_by_organizers_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."organizers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unsubscribe_links" ADD CONSTRAINT "unsubscribe_links_signature_id_signatures_id_fk" FOREIGN KEY ("signature_id") REFERENCES "public"."signatures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_entries" ADD CONSTRAINT "register_entries_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_heads" ADD CONSTRAINT "register_heads_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_heads" ADD CONSTRAINT "register_heads_key_id_register_keys_id_fk" FOREIGN KEY ("key_id") REFERENCES "public"."register_keys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_marks" ADD CONSTRAINT "register_marks_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_nodes" ADD CONSTRAINT "register_nodes_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_secrets" ADD CONSTRAINT "register_secrets_signature_id_signatures_id_fk" FOREIGN KEY ("signature_id") REFERENCES "public"."signatures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_secrets" ADD CONSTRAINT "register_secrets_of_entries" FOREIGN KEY ("campaign_id","position") REFERENCES "public"."register_entries"("campaign_id","position") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screening_alerts" ADD CONSTRAINT "screening_alerts_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screening_counts" ADD CONSTRAINT "screening_counts_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screening_findings" ADD CONSTRAINT "screening_findings_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signature_releases" ADD CONSTRAINT "signature_releases_job_id_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."jobs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signature_releases" ADD CONSTRAINT "signature_releases_signature_id_signatures_id_fk" FOREIGN KEY ("signature_id") REFERENCES "public"."signatures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
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
ALTER TABLE "co_sign_requests" ADD CONSTRAINT "co_sign_requests_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "co_sign_requests" ADD CONSTRAINT "co_sign_requests_co_signer_id_co_signers_id_fk" FOREIGN KEY ("co_signer_id") REFERENCES "public"."co_signers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partners" ADD CONSTRAINT "partners_co_signer_id_co_signers_id_fk" FOREIGN KEY ("co_signer_id") REFERENCES "public"."co_signers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "screened_by_client" ON "screened_signings" USING btree ("campaign_id","client_hash","created_at");--> statement-breakpoint
CREATE INDEX "screened_by_network" ON "screened_signings" USING btree ("campaign_id","network","created_at");--> statement-breakpoint
CREATE INDEX "screened_by_time" ON "screened_signings" USING btree ("campaign_id","created_at");--> statement-breakpoint
CREATE INDEX "screened_by_signature" ON "screened_signings" USING btree ("signature_id");--> statement-breakpoint
CREATE INDEX "screened_listed_by_network" ON "screened_signings" USING btree ("campaign_id","network","created_at","signature_id") WHERE is_new;--> statement-breakpoint
CREATE INDEX "screened_listed_by_domain" ON "screened_signings" USING btree ("campaign_id","mail_domain","created_at","signature_id") WHERE is_new;--> statement-breakpoint
CREATE INDEX "screened_listed_by_name" ON "screened_signings" USING btree ("campaign_id","name_key","created_at","signature_id") WHERE is_new;--> statement-breakpoint
CREATE INDEX "letter_agreements" ON "letter_askings" USING btree ("letter_version_id","agreed_at") WHERE agreed_at is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "one_head_per_day" ON "register_heads" USING btree ("campaign_id","day") WHERE day is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "one_key_in_use" ON "register_keys" USING btree ((true)) WHERE "register_keys"."retired_at" is null;--> statement-breakpoint
CREATE INDEX "findings_by_time" ON "screening_findings" USING btree ("campaign_id","created_at");--> statement-breakpoint
CREATE INDEX "releases_by_signature" ON "signature_releases" USING btree ("signature_id");--> statement-breakpoint
CREATE INDEX "reconciliations_under_way" ON "reconciliations" USING btree ("night") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "reconciliations_that_found" ON "reconciliations" USING btree ("campaign_id") WHERE dismissed_at is null and (wrong_by <> 0 or wrong_minutes <> 0 or wrong_hours <> 0 or wrong_days <> 0);--> statement-breakpoint
CREATE INDEX "paper_counts_by_day" ON "paper_counts" USING btree ("campaign_id","counted_on","id");--> statement-breakpoint
CREATE INDEX "signature_imports_by_campaign" ON "signature_imports" USING btree ("campaign_id","id");--> statement-breakpoint
CREATE INDEX "mail_domain_changes_to_apply" ON "mail_domain_changes" USING btree ("id") WHERE ended_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_request_per_site" ON "co_sign_requests" USING btree ("campaign_id","site_domain") WHERE state in ('asked', 'confirmed');--> statement-breakpoint
CREATE INDEX "co_sign_requests_by_state" ON "co_sign_requests" USING btree ("campaign_id","state","confirmed_at");--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_co_signer_id_co_signers_id_fk" FOREIGN KEY ("co_signer_id") REFERENCES "public"."co_signers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_standing_consent_per_kind" ON "consents" USING btree ("signature_id","kind") WHERE withdrawn_at is null and co_signer_id is null;--> statement-breakpoint
CREATE UNIQUE INDEX "one_standing_consent_per_partner" ON "consents" USING btree ("signature_id","co_signer_id") WHERE withdrawn_at is null and co_signer_id is not null;--> statement-breakpoint
CREATE INDEX "consents_by_signature" ON "consents" USING btree ("signature_id");--> statement-breakpoint
CREATE INDEX "consents_to_partners" ON "consents" USING btree ("co_signer_id","id") WHERE co_signer_id is not null;--> statement-breakpoint
CREATE INDEX "requests_mailed_again" ON "signatures" USING btree ("campaign_id","mailed_at") WHERE state = 'pending' and mailed_at <> created_at;--> statement-breakpoint
CREATE INDEX "comments_to_review" ON "signatures" USING btree ("campaign_id","confirmed_at","id") WHERE state = 'confirmed' and is_name_shown and comment is not null and comment_review is null;--> statement-breakpoint
CREATE INDEX "comments_reviewed" ON "signatures" USING btree ("campaign_id","comment_review","confirmed_at","id") WHERE state = 'confirmed' and is_name_shown and comment is not null and comment_review is not null;--> statement-breakpoint
CREATE INDEX "signatures_listed_by_suspicion" ON "signatures" USING btree ("campaign_id","suspicion","state","created_at","id") WHERE suspicion is not null;--> statement-breakpoint
CREATE INDEX "signatures_by_import" ON "signatures" USING btree ("import_job_id","state","id") WHERE import_job_id is not null;--> statement-breakpoint
ALTER TABLE "co_signers" ADD CONSTRAINT "one_co_signer_per_link" UNIQUE("campaign_id","partner");--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "one_signature_per_person" UNIQUE("campaign_id","canonical_email","seat");--> statement-breakpoint
ALTER TABLE "letter_versions" ADD CONSTRAINT "first_versions_change_nothing" CHECK (number > 1 or not is_material);--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "only_partners_are_named" CHECK ((kind = 'partner') = (co_signer_id is not null));