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
ALTER TABLE "letter_versions" ADD COLUMN "is_material" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "letter_versions" ADD COLUMN "change_summary" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "asking_marks" ADD CONSTRAINT "asking_marks_letter_version_id_letter_versions_id_fk" FOREIGN KEY ("letter_version_id") REFERENCES "public"."letter_versions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_askings" ADD CONSTRAINT "letter_askings_signature_id_signatures_id_fk" FOREIGN KEY ("signature_id") REFERENCES "public"."signatures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_askings" ADD CONSTRAINT "letter_askings_letter_version_id_letter_versions_id_fk" FOREIGN KEY ("letter_version_id") REFERENCES "public"."letter_versions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_askings" ADD CONSTRAINT "letter_askings_signed_version_id_letter_versions_id_fk" FOREIGN KEY ("signed_version_id") REFERENCES "public"."letter_versions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_askings" ADD CONSTRAINT "letter_askings_agreed_version_id_letter_versions_id_fk" FOREIGN KEY ("agreed_version_id") REFERENCES "public"."letter_versions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_counts" ADD CONSTRAINT "version_counts_letter_version_id_letter_versions_id_fk" FOREIGN KEY ("letter_version_id") REFERENCES "public"."letter_versions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_marks" ADD CONSTRAINT "version_marks_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_tallies" ADD CONSTRAINT "version_tallies_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_tallies" ADD CONSTRAINT "version_tallies_letter_version_id_letter_versions_id_fk" FOREIGN KEY ("letter_version_id") REFERENCES "public"."letter_versions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "letter_agreements" ON "letter_askings" USING btree ("letter_version_id","agreed_at") WHERE agreed_at is not null;--> statement-breakpoint
ALTER TABLE "letter_versions" ADD CONSTRAINT "first_versions_change_nothing" CHECK (number > 1 or not is_material);