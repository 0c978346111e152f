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
ALTER TABLE "consents" DROP CONSTRAINT "one_consent_per_kind";--> statement-breakpoint
ALTER TABLE "unsubscribe_links" ADD CONSTRAINT "unsubscribe_links_signature_id_signatures_id_fk" FOREIGN KEY ("signature_id") REFERENCES "public"."signatures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_standing_consent_per_kind" ON "consents" USING btree ("signature_id","kind") WHERE withdrawn_at is null;--> statement-breakpoint
CREATE INDEX "consents_by_signature" ON "consents" USING btree ("signature_id");