CREATE TYPE "public"."job_state" AS ENUM('waiting', 'running', 'done', 'failed', 'cancelled');--> statement-breakpoint
CREATE TABLE "campaign_slugs" (
	"slug" text PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "files" (
	"hash" text PRIMARY KEY NOT NULL,
	"media_type" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"content" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "files_are_small" CHECK (octet_length("files"."content") <= 2000000)
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"email" text NOT NULL,
	"role" "organizer_role" NOT NULL,
	"token_hash" text NOT NULL,
	"invited_by" uuid NOT NULL,
	"mailed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "one_invitation_per_token" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "kept_forms" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organizer_id" uuid NOT NULL,
	"path" text NOT NULL,
	"fields" jsonb NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "passkey_challenges" (
	"challenge_hash" text PRIMARY KEY NOT NULL,
	"organizer_id" uuid,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "passkeys" (
	"id" text PRIMARY KEY NOT NULL,
	"organizer_id" uuid NOT NULL,
	"name" text NOT NULL,
	"public_key" "bytea" NOT NULL,
	"counter" bigint NOT NULL,
	"transports" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"is_backed_up" boolean DEFAULT false NOT NULL,
	"last_used_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "saved_views" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"organizer_id" uuid NOT NULL,
	"list" text NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "one_view_per_name" UNIQUE("campaign_id","organizer_id","list","name")
);
--> statement-breakpoint
CREATE TABLE "totp_secrets" (
	"organizer_id" uuid PRIMARY KEY NOT NULL,
	"sealed_secret" "bytea" NOT NULL,
	"confirmed_at" timestamp with time zone,
	"last_step" bigint,
	"tries" integer DEFAULT 0 NOT NULL,
	"tried_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_offs" (
	"campaign_id" uuid NOT NULL,
	"view" text NOT NULL,
	"fingerprint" text NOT NULL,
	"organizer_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "one_sign_off_per_view" PRIMARY KEY("campaign_id","view")
);
--> statement-breakpoint
CREATE TABLE "letter_drafts" (
	"campaign_id" uuid NOT NULL,
	"language" text NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"addressees" text DEFAULT '' NOT NULL,
	"dated_on" date,
	"summary" text DEFAULT '' NOT NULL,
	"body_markdown" text DEFAULT '' NOT NULL,
	"sources_markdown" text DEFAULT '' NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"updated_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "one_letter_draft_per_language" PRIMARY KEY("campaign_id","language")
);
--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid,
	"organizer_id" uuid,
	"act" text NOT NULL,
	"subject" text NOT NULL,
	"subject_id" text NOT NULL,
	"title" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "job_notes" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"job_id" uuid NOT NULL,
	"text" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "job_pieces" (
	"job_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "one_piece_per_position" PRIMARY KEY("job_id","position")
);
--> statement-breakpoint
CREATE TABLE "jobs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"input" jsonb NOT NULL,
	"state" "job_state" DEFAULT 'waiting' NOT NULL,
	"requested_by" uuid NOT NULL,
	"cursor" jsonb,
	"done" integer DEFAULT 0 NOT NULL,
	"total" integer,
	"result" jsonb,
	"error" text,
	"failures" integer DEFAULT 0 NOT NULL,
	"next_step_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "posts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"body_markdown" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"published_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "one_post_per_slug" UNIQUE("campaign_id","slug")
);
--> statement-breakpoint
CREATE TABLE "press_contacts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"email" text NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "press_images" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"file_hash" text NOT NULL,
	"alt" text NOT NULL,
	"credit" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "one_press_image_per_file" UNIQUE("campaign_id","file_hash")
);
--> statement-breakpoint
CREATE TABLE "press_quotes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"quote" text NOT NULL,
	"speaker" text NOT NULL,
	"role" text NOT NULL,
	"permission" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "count_marks" (
	"campaign_id" uuid PRIMARY KEY NOT NULL,
	"looked_through" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "counted_days" (
	"campaign_id" uuid NOT NULL,
	"day" date NOT NULL,
	"touched_at" timestamp with time zone,
	"counted_at" timestamp with time zone,
	"rests_until" timestamp with time zone,
	CONSTRAINT "one_counted_day" PRIMARY KEY("campaign_id","day")
);
--> statement-breakpoint
CREATE TABLE "daily_counts" (
	"campaign_id" uuid NOT NULL,
	"day" date NOT NULL,
	"by" text NOT NULL,
	"value" text NOT NULL,
	"created" integer DEFAULT 0 NOT NULL,
	"confirmed" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "one_count_per_day" PRIMARY KEY("campaign_id","by","day","value")
);
--> statement-breakpoint
CREATE TABLE "hourly_counts" (
	"campaign_id" uuid NOT NULL,
	"hour" timestamp with time zone NOT NULL,
	"created" integer DEFAULT 0 NOT NULL,
	"confirmed" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "one_count_per_hour" PRIMARY KEY("campaign_id","hour")
);
--> statement-breakpoint
CREATE TABLE "target_counts" (
	"target_id" uuid PRIMARY KEY NOT NULL,
	"waiting" integer NOT NULL,
	"oldest_waiting_at" timestamp with time zone,
	"opened" integer NOT NULL,
	"counted_at" timestamp with time zone NOT NULL,
	"rests_until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "target_mail_counts" (
	"target_id" uuid NOT NULL,
	"day" date NOT NULL,
	"state" text NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "one_mail_count_per_state" PRIMARY KEY("target_id","day","state")
);
--> statement-breakpoint
DROP INDEX "shown_signatures";--> statement-breakpoint
DROP INDEX "pending_signatures";--> statement-breakpoint
DROP INDEX "confirmed_signatures";--> statement-breakpoint
DROP INDEX "signatures_by_change";--> statement-breakpoint
DROP INDEX "waiting_messages";--> statement-breakpoint
DROP INDEX "messages_by_target";--> statement-breakpoint
DROP INDEX "deliveries_by_batch";--> statement-breakpoint
DROP INDEX "deliveries_by_message";--> statement-breakpoint
DROP INDEX "deliveries_by_signature";--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "language" text DEFAULT 'en' NOT NULL;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "sender_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "unconfirmed_days" integer DEFAULT 30 NOT NULL;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "kept_days_after_closing" integer DEFAULT 365;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "accent" text;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "logo_hash" text;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "opens_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "closes_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "closing_message" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "victory_message" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "is_won" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "requires_second_step" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "erased_through" uuid;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "erased_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "demands" ADD COLUMN "why" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "demands" ADD COLUMN "standard_url" text;--> statement-breakpoint
DELETE FROM "organizer_sessions";--> statement-breakpoint
ALTER TABLE "organizer_sessions" ADD COLUMN "id" uuid NOT NULL;--> statement-breakpoint
ALTER TABLE "organizer_sessions" ADD COLUMN "ended_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "organizer_sessions" ADD COLUMN "browser" text DEFAULT 'a browser' NOT NULL;--> statement-breakpoint
ALTER TABLE "organizer_sessions" ADD COLUMN "last_seen_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "organizer_sessions" ADD COLUMN "proven_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "organizer_sessions" ADD COLUMN "second_step_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "source" text;--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "removed_from" "signature_state";--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "removal_job_id" uuid;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "has_own_words" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "campaign_slugs" ADD CONSTRAINT "campaign_slugs_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_organizers_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."organizers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kept_forms" ADD CONSTRAINT "kept_forms_organizer_id_organizers_id_fk" FOREIGN KEY ("organizer_id") REFERENCES "public"."organizers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passkey_challenges" ADD CONSTRAINT "passkey_challenges_organizer_id_organizers_id_fk" FOREIGN KEY ("organizer_id") REFERENCES "public"."organizers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passkeys" ADD CONSTRAINT "passkeys_organizer_id_organizers_id_fk" FOREIGN KEY ("organizer_id") REFERENCES "public"."organizers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_organizer_id_organizers_id_fk" FOREIGN KEY ("organizer_id") REFERENCES "public"."organizers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "totp_secrets" ADD CONSTRAINT "totp_secrets_organizer_id_organizers_id_fk" FOREIGN KEY ("organizer_id") REFERENCES "public"."organizers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_offs" ADD CONSTRAINT "sign_offs_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_offs" ADD CONSTRAINT "sign_offs_organizer_id_organizers_id_fk" FOREIGN KEY ("organizer_id") REFERENCES "public"."organizers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_drafts" ADD CONSTRAINT "letter_drafts_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_drafts" ADD CONSTRAINT "letter_drafts_updated_by_organizers_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."organizers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_entries" ADD CONSTRAINT "audit_entries_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_entries" ADD CONSTRAINT "audit_entries_organizer_id_organizers_id_fk" FOREIGN KEY ("organizer_id") REFERENCES "public"."organizers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_notes" ADD CONSTRAINT "job_notes_job_id_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."jobs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_pieces" ADD CONSTRAINT "job_pieces_job_id_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."jobs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_requested_by_organizers_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."organizers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "press_contacts" ADD CONSTRAINT "press_contacts_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "press_images" ADD CONSTRAINT "press_images_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "press_images" ADD CONSTRAINT "press_images_file_hash_files_hash_fk" FOREIGN KEY ("file_hash") REFERENCES "public"."files"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "press_quotes" ADD CONSTRAINT "press_quotes_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "count_marks" ADD CONSTRAINT "count_marks_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counted_days" ADD CONSTRAINT "counted_days_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "daily_counts" ADD CONSTRAINT "daily_counts_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hourly_counts" ADD CONSTRAINT "hourly_counts_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_counts" ADD CONSTRAINT "target_counts_target_id_targets_id_fk" FOREIGN KEY ("target_id") REFERENCES "public"."targets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_mail_counts" ADD CONSTRAINT "target_mail_counts_target_id_targets_id_fk" FOREIGN KEY ("target_id") REFERENCES "public"."targets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_invitation_per_address" ON "invitations" USING btree ("campaign_id","email") WHERE accepted_at is null and revoked_at is null;--> statement-breakpoint
CREATE INDEX "passkeys_by_organizer" ON "passkeys" USING btree ("organizer_id");--> statement-breakpoint
CREATE INDEX "audit_by_campaign" ON "audit_entries" USING btree ("campaign_id","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "audit_listed" ON "audit_entries" USING btree ("campaign_id","at","id");--> statement-breakpoint
CREATE INDEX "audit_listed_by_organizer" ON "audit_entries" USING btree ("campaign_id","organizer_id","at","id");--> statement-breakpoint
CREATE INDEX "audit_listed_by_act" ON "audit_entries" USING btree ("campaign_id","act","subject","at","id");--> statement-breakpoint
CREATE INDEX "audit_listed_by_organizer_and_act" ON "audit_entries" USING btree ("campaign_id","organizer_id","act","subject","at","id");--> statement-breakpoint
CREATE INDEX "audit_by_subject" ON "audit_entries" USING btree ("campaign_id","subject","subject_id","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "job_notes_by_job" ON "job_notes" USING btree ("job_id","id");--> statement-breakpoint
CREATE INDEX "jobs_to_do" ON "jobs" USING btree ("next_step_at") WHERE state in ('waiting', 'running');--> statement-breakpoint
CREATE INDEX "jobs_by_campaign" ON "jobs" USING btree ("campaign_id","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "published_posts" ON "posts" USING btree ("campaign_id","published_at" DESC NULLS LAST) WHERE published_at is not null;--> statement-breakpoint
CREATE INDEX "days_to_count" ON "counted_days" USING btree ("day") WHERE touched_at is not null;--> statement-breakpoint
CREATE INDEX "retailers_listed" ON "retailers" USING btree ("is_sample",lower(name) collate "C","id");--> statement-breakpoint
CREATE INDEX "retailers_listed_by_country" ON "retailers" USING btree ("is_sample","country",lower(name) collate "C","id");--> statement-breakpoint
CREATE INDEX "sessions_by_organizer" ON "organizer_sessions" USING btree ("organizer_id");--> statement-breakpoint
CREATE INDEX "signatures_listed" ON "signatures" USING btree ("campaign_id","state","is_name_shown",(comment is not null),"created_at","id");--> statement-breakpoint
CREATE INDEX "signatures_listed_by_country" ON "signatures" USING btree ("campaign_id","country","state","is_name_shown",(comment is not null),"created_at","id");--> statement-breakpoint
CREATE INDEX "signatures_listed_by_source" ON "signatures" USING btree ("campaign_id","source","state","is_name_shown",(comment is not null),"created_at","id") WHERE source is not null;--> statement-breakpoint
CREATE INDEX "signatures_listed_by_name" ON "signatures" USING btree ("campaign_id",lower(name) collate "C","id");--> statement-breakpoint
CREATE INDEX "signatures_by_removal" ON "signatures" USING btree ("removal_job_id","id") WHERE removal_job_id is not null;--> statement-breakpoint
CREATE INDEX "messages_by_signature" ON "messages" USING btree ("signature_id");--> statement-breakpoint
CREATE INDEX "openings_by_target" ON "openings" USING btree ("target_id","signature_id");--> statement-breakpoint
CREATE INDEX "deliveries_listed" ON "deliveries" USING btree ("campaign_id","state","card","due_at","id") WHERE campaign_id is not null;--> statement-breakpoint
CREATE INDEX "invitation_mails" ON "deliveries" USING btree ("to_address") WHERE card = 'invitation';--> statement-breakpoint
CREATE INDEX "deliveries_by_creation" ON "deliveries" USING btree ("campaign_id","created_at");--> statement-breakpoint
CREATE INDEX "deliveries_by_change" ON "deliveries" USING btree ("campaign_id","state_changed_at") WHERE state_changed_at <> created_at;--> statement-breakpoint
CREATE INDEX "mail_events_by_receipt" ON "mail_events" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "confirmed_signatures" ON "signatures" USING btree ("campaign_id","is_name_shown","confirmed_at","id") WHERE state = 'confirmed';--> statement-breakpoint
CREATE INDEX "signatures_by_change" ON "signatures" USING btree ("campaign_id","state_changed_at") WHERE confirmed_at is not null and (state <> 'confirmed' or state_changed_at <> confirmed_at);--> statement-breakpoint
CREATE INDEX "waiting_messages" ON "messages" USING btree ("target_id","released_at","signature_id") WHERE state = 'held' and released_at is not null;--> statement-breakpoint
CREATE INDEX "messages_by_target" ON "messages" USING btree ("target_id","state","has_own_words","created_at","id");--> statement-breakpoint
CREATE INDEX "deliveries_by_batch" ON "deliveries" USING btree ("batch_id") WHERE batch_id is not null;--> statement-breakpoint
CREATE INDEX "deliveries_by_message" ON "deliveries" USING btree ("message_id") WHERE message_id is not null;--> statement-breakpoint
CREATE INDEX "deliveries_by_signature" ON "deliveries" USING btree ("signature_id") WHERE signature_id is not null;--> statement-breakpoint
ALTER TABLE "organizer_sessions" ADD CONSTRAINT "one_session_per_id" UNIQUE("id");