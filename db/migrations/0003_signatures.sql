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
ALTER TABLE "signatures" ADD COLUMN "seat" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "name_key" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "comment_review" text;--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "suspicion" text;--> statement-breakpoint
ALTER TABLE "signer_sessions" ADD COLUMN "name_key" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "screened_signings" ADD CONSTRAINT "screened_signings_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screened_signings" ADD CONSTRAINT "screened_signings_signature_id_signatures_id_fk" FOREIGN KEY ("signature_id") REFERENCES "public"."signatures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signings" ADD CONSTRAINT "signings_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "screened_by_client" ON "screened_signings" USING btree ("campaign_id","client_hash","created_at");--> statement-breakpoint
CREATE INDEX "screened_by_network" ON "screened_signings" USING btree ("campaign_id","network","created_at");--> statement-breakpoint
CREATE INDEX "screened_by_time" ON "screened_signings" USING btree ("campaign_id","created_at");--> statement-breakpoint
CREATE INDEX "screened_by_signature" ON "screened_signings" USING btree ("signature_id");--> statement-breakpoint
CREATE INDEX "mail_domain_changes_to_apply" ON "mail_domain_changes" USING btree ("id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "comments_to_review" ON "signatures" USING btree ("campaign_id","confirmed_at","id") WHERE state = 'confirmed' and is_name_shown and comment is not null and comment_review is null;--> statement-breakpoint
CREATE INDEX "comments_reviewed" ON "signatures" USING btree ("campaign_id","comment_review","confirmed_at","id") WHERE state = 'confirmed' and is_name_shown and comment is not null and comment_review is not null;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "one_signature_per_person" UNIQUE("campaign_id","canonical_email","seat");