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
ALTER TABLE "campaigns" ADD COLUMN "mails_receipts" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "register_entries" ADD CONSTRAINT "register_entries_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_heads" ADD CONSTRAINT "register_heads_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_heads" ADD CONSTRAINT "register_heads_key_id_register_keys_id_fk" FOREIGN KEY ("key_id") REFERENCES "public"."register_keys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_marks" ADD CONSTRAINT "register_marks_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_nodes" ADD CONSTRAINT "register_nodes_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_secrets" ADD CONSTRAINT "register_secrets_signature_id_signatures_id_fk" FOREIGN KEY ("signature_id") REFERENCES "public"."signatures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_secrets" ADD CONSTRAINT "register_secrets_of_entries" FOREIGN KEY ("campaign_id","position") REFERENCES "public"."register_entries"("campaign_id","position") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_head_per_day" ON "register_heads" USING btree ("campaign_id","day") WHERE day is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "one_key_in_use" ON "register_keys" USING btree ((true)) WHERE "register_keys"."retired_at" is null;