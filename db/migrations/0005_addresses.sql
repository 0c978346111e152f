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
CREATE INDEX "mail_domain_changes_to_apply" ON "mail_domain_changes" USING btree ("id") WHERE ended_at is null;