CREATE TABLE "screened_signings" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"signature_id" uuid NOT NULL,
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
ALTER TABLE "signatures" DROP CONSTRAINT "one_signature_per_person";--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "shares_addresses" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "asks_for_proof" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "mails_receipts" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "letter_versions" ADD COLUMN "is_material" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "letter_versions" ADD COLUMN "change_summary" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "seat" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "name_key" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "comment_review" text;--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "suspicion" text;--> statement-breakpoint
ALTER TABLE "signer_sessions" ADD COLUMN "name_key" text DEFAULT '' NOT NULL;--> statement-breakpoint
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
ALTER TABLE "register_entries" ADD CONSTRAINT "register_entries_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_heads" ADD CONSTRAINT "register_heads_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_heads" ADD CONSTRAINT "register_heads_key_id_register_keys_id_fk" FOREIGN KEY ("key_id") REFERENCES "public"."register_keys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_marks" ADD CONSTRAINT "register_marks_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_nodes" ADD CONSTRAINT "register_nodes_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_secrets" ADD CONSTRAINT "register_secrets_signature_id_signatures_id_fk" FOREIGN KEY ("signature_id") REFERENCES "public"."signatures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_secrets" ADD CONSTRAINT "register_secrets_of_entries" FOREIGN KEY ("campaign_id","position") REFERENCES "public"."register_entries"("campaign_id","position") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "screened_by_client" ON "screened_signings" USING btree ("campaign_id","client_hash","created_at");--> statement-breakpoint
CREATE INDEX "screened_by_network" ON "screened_signings" USING btree ("campaign_id","network","created_at");--> statement-breakpoint
CREATE INDEX "screened_by_time" ON "screened_signings" USING btree ("campaign_id","created_at");--> statement-breakpoint
CREATE INDEX "screened_by_signature" ON "screened_signings" USING btree ("signature_id");--> statement-breakpoint
CREATE INDEX "letter_agreements" ON "letter_askings" USING btree ("letter_version_id","agreed_at") WHERE agreed_at is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "one_head_per_day" ON "register_heads" USING btree ("campaign_id","day") WHERE day is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "one_key_in_use" ON "register_keys" USING btree ((true)) WHERE "register_keys"."retired_at" is null;--> statement-breakpoint
CREATE INDEX "mail_domain_changes_to_apply" ON "mail_domain_changes" USING btree ("id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "comments_to_review" ON "signatures" USING btree ("campaign_id","confirmed_at","id") WHERE state = 'confirmed' and is_name_shown and comment is not null and comment_review is null;--> statement-breakpoint
CREATE INDEX "comments_reviewed" ON "signatures" USING btree ("campaign_id","comment_review","confirmed_at","id") WHERE state = 'confirmed' and is_name_shown and comment is not null and comment_review is not null;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "one_signature_per_person" UNIQUE("campaign_id","canonical_email","seat");--> statement-breakpoint
ALTER TABLE "letter_versions" ADD CONSTRAINT "first_versions_change_nothing" CHECK (number > 1 or not is_material);