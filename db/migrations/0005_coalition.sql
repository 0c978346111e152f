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
DROP INDEX "one_standing_consent_per_kind";--> statement-breakpoint
ALTER TABLE "co_signers" ADD COLUMN "partner" text;--> statement-breakpoint
ALTER TABLE "consents" ADD COLUMN "co_signer_id" uuid;--> statement-breakpoint
ALTER TABLE "co_sign_requests" ADD CONSTRAINT "co_sign_requests_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "co_sign_requests" ADD CONSTRAINT "co_sign_requests_co_signer_id_co_signers_id_fk" FOREIGN KEY ("co_signer_id") REFERENCES "public"."co_signers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partners" ADD CONSTRAINT "partners_co_signer_id_co_signers_id_fk" FOREIGN KEY ("co_signer_id") REFERENCES "public"."co_signers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_request_per_site" ON "co_sign_requests" USING btree ("campaign_id","site_domain") WHERE state in ('asked', 'confirmed');--> statement-breakpoint
CREATE INDEX "co_sign_requests_by_state" ON "co_sign_requests" USING btree ("campaign_id","state","confirmed_at");--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_co_signer_id_co_signers_id_fk" FOREIGN KEY ("co_signer_id") REFERENCES "public"."co_signers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_standing_consent_per_partner" ON "consents" USING btree ("signature_id","co_signer_id") WHERE withdrawn_at is null and co_signer_id is not null;--> statement-breakpoint
CREATE INDEX "consents_to_partners" ON "consents" USING btree ("co_signer_id","id") WHERE co_signer_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "one_standing_consent_per_kind" ON "consents" USING btree ("signature_id","kind") WHERE withdrawn_at is null and co_signer_id is null;--> statement-breakpoint
ALTER TABLE "co_signers" ADD CONSTRAINT "one_co_signer_per_link" UNIQUE("campaign_id","partner");--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "only_partners_are_named" CHECK ((kind = 'partner') = (co_signer_id is not null));