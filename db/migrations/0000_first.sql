CREATE TYPE "public"."campaign_state" AS ENUM('draft', 'open', 'paused', 'closed', 'archived');--> statement-breakpoint
CREATE TYPE "public"."contact_state" AS ENUM('new', 'working', 'bouncing', 'wrong', 'retired');--> statement-breakpoint
CREATE TYPE "public"."organizer_role" AS ENUM('owner', 'organizer', 'reviewer', 'viewer');--> statement-breakpoint
CREATE TYPE "public"."signature_link_purpose" AS ENUM('confirm', 'me');--> statement-breakpoint
CREATE TYPE "public"."signature_state" AS ENUM('pending', 'confirmed', 'withdrawn', 'suspect', 'removed');--> statement-breakpoint
CREATE TYPE "public"."mail_program" AS ENUM('mailto', 'gmail', 'outlook');--> statement-breakpoint
CREATE TYPE "public"."message_state" AS ENUM('held', 'queued', 'cancelled');--> statement-breakpoint
CREATE TYPE "public"."reply_route" AS ENUM('campaign', 'signer');--> statement-breakpoint
CREATE TYPE "public"."batch_state" AS ENUM('sealed', 'sent', 'failed');--> statement-breakpoint
CREATE TYPE "public"."delivery_state" AS ENUM('due', 'sending', 'sent', 'delivered', 'delayed', 'bounced', 'complained', 'suppressed', 'failed', 'cancelled');--> statement-breakpoint
CREATE TYPE "public"."response_channel" AS ENUM('email', 'letter', 'phone', 'meeting', 'press', 'website', 'social', 'none');--> statement-breakpoint
CREATE TYPE "public"."response_kind" AS ENUM('acknowledgement', 'answer', 'statement', 'action', 'no_answer');--> statement-breakpoint
CREATE TYPE "public"."stance_value" AS ENUM('not_assessed', 'no_answer', 'declined', 'evaded', 'under_discussion', 'pledged', 'done_own_word', 'done_verified', 'went_back');--> statement-breakpoint
CREATE TABLE "criteria" (
	"id" uuid PRIMARY KEY NOT NULL,
	"framework_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"position" integer NOT NULL,
	"title" text NOT NULL,
	"summary" text NOT NULL,
	"points" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "one_criterion_per_slug" UNIQUE("framework_id","slug"),
	CONSTRAINT "one_criterion_per_position" UNIQUE("framework_id","position")
);
--> statement-breakpoint
CREATE TABLE "frameworks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"edition" text NOT NULL,
	"publisher" text NOT NULL,
	"published_on" date,
	"source_url" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "one_framework_per_slug" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "campaigns" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"state" "campaign_state" DEFAULT 'draft' NOT NULL,
	"is_sample" boolean DEFAULT false NOT NULL,
	"is_in_test_mode" boolean DEFAULT true NOT NULL,
	"goal" integer NOT NULL,
	"framework_id" uuid,
	"message_subject" text NOT NULL,
	"message_template" text NOT NULL,
	"updates_consent_wording" text NOT NULL,
	"privacy_contact" text NOT NULL,
	"opened_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "one_campaign_per_slug" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "co_signers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"url" text,
	"joined_on" date NOT NULL,
	CONSTRAINT "one_co_signer_per_name" UNIQUE("campaign_id","name")
);
--> statement-breakpoint
CREATE TABLE "demands" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"position" integer NOT NULL,
	"title" text NOT NULL,
	"short_title" text NOT NULL,
	"summary" text NOT NULL,
	CONSTRAINT "one_demand_per_slug" UNIQUE("campaign_id","slug"),
	CONSTRAINT "one_demand_per_position" UNIQUE("campaign_id","position")
);
--> statement-breakpoint
CREATE TABLE "letter_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"language" text NOT NULL,
	"title" text NOT NULL,
	"addressees" text NOT NULL,
	"dated_on" date NOT NULL,
	"summary" text NOT NULL,
	"body_markdown" text NOT NULL,
	"sources_markdown" text DEFAULT '' NOT NULL,
	"published_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "one_letter_version_per_number" UNIQUE("campaign_id","language","number")
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"retailer_id" uuid NOT NULL,
	"role" text NOT NULL,
	"email" text NOT NULL,
	"state" "contact_state" DEFAULT 'new' NOT NULL,
	"state_reason" text,
	"state_changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "retailers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"country" text NOT NULL,
	"website_url" text,
	"is_sample" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "one_retailer_per_slug" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "targets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"retailer_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"asked_on" date,
	"paused_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "one_target_per_retailer" UNIQUE("campaign_id","retailer_id")
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"campaign_id" uuid NOT NULL,
	"organizer_id" uuid NOT NULL,
	"role" "organizer_role" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "one_membership_per_organizer" PRIMARY KEY("campaign_id","organizer_id")
);
--> statement-breakpoint
CREATE TABLE "organizer_sessions" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"organizer_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organizers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "one_organizer_per_address" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "sign_in_links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"organizer_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"signature_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"wording" text NOT NULL,
	"given_at" timestamp with time zone DEFAULT now() NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "one_consent_per_kind" UNIQUE("signature_id","kind")
);
--> statement-breakpoint
CREATE TABLE "signature_links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"signature_id" uuid NOT NULL,
	"purpose" "signature_link_purpose" NOT NULL,
	"code_hash" text,
	"code_tries" integer DEFAULT 0 NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "signature_tallies" (
	"campaign_id" uuid NOT NULL,
	"minute" timestamp with time zone NOT NULL,
	"confirmed" integer NOT NULL,
	CONSTRAINT "one_tally_per_minute" PRIMARY KEY("campaign_id","minute")
);
--> statement-breakpoint
CREATE TABLE "signatures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"letter_version_id" uuid NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"canonical_email" text NOT NULL,
	"country" text NOT NULL,
	"postcode" text,
	"comment" text,
	"is_name_shown" boolean NOT NULL,
	"state" "signature_state" DEFAULT 'pending' NOT NULL,
	"mail_count" integer DEFAULT 1 NOT NULL,
	"mailed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"confirmed_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"removed_at" timestamp with time zone,
	"removal_reason" text,
	"state_changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "one_signature_per_person" UNIQUE("campaign_id","canonical_email")
);
--> statement-breakpoint
CREATE TABLE "signer_sessions" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"canonical_email" text NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"country" text NOT NULL,
	"proven_at" timestamp with time zone,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tally_marks" (
	"campaign_id" uuid PRIMARY KEY NOT NULL,
	"total" integer NOT NULL,
	"counted_through" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"signature_id" uuid NOT NULL,
	"target_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"reply_route" "reply_route" NOT NULL,
	"state" "message_state" DEFAULT 'held' NOT NULL,
	"written_by_session" text,
	"released_at" timestamp with time zone,
	"tested_at" timestamp with time zone,
	"queued_at" timestamp with time zone,
	"cancelled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "openings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"signature_id" uuid NOT NULL,
	"target_id" uuid NOT NULL,
	"program" "mail_program" NOT NULL,
	"opened_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "one_opening_per_target" UNIQUE("signature_id","target_id")
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"card" text NOT NULL,
	"props" jsonb,
	"to_address" text NOT NULL,
	"priority" smallint NOT NULL,
	"is_test" boolean DEFAULT false NOT NULL,
	"campaign_id" uuid,
	"signature_id" uuid,
	"message_id" uuid,
	"contact_id" uuid,
	"state" "delivery_state" DEFAULT 'due' NOT NULL,
	"reason" text,
	"batch_id" uuid,
	"provider_id" text,
	"due_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	"state_changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "one_delivery_per_provider_id" UNIQUE("provider_id")
);
--> statement-breakpoint
CREATE TABLE "mail_batches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"state" "batch_state" DEFAULT 'sealed' NOT NULL,
	"priority" smallint NOT NULL,
	"payload" jsonb,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp with time zone DEFAULT now() NOT NULL,
	"leased_until" timestamp with time zone,
	"unknown_since" timestamp with time zone,
	"last_error" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "mail_events" (
	"id" text PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"provider_id" text,
	"occurred_at" timestamp with time zone NOT NULL,
	"detail" text,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mail_paces" (
	"id" smallint PRIMARY KEY NOT NULL,
	"next_request_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mailbox" (
	"id" uuid PRIMARY KEY NOT NULL,
	"from_address" text NOT NULL,
	"to_address" text NOT NULL,
	"reply_to" text,
	"subject" text NOT NULL,
	"html" text NOT NULL,
	"text" text NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "suppressions" (
	"address" text PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "responses" (
	"id" uuid PRIMARY KEY NOT NULL,
	"target_id" uuid NOT NULL,
	"happened_on" date NOT NULL,
	"channel" "response_channel" NOT NULL,
	"kind" "response_kind" NOT NULL,
	"summary" text NOT NULL,
	"quote" text,
	"source_url" text,
	"source_title" text,
	"captured_on" date,
	"recorded_by" uuid,
	"published_by" uuid,
	"published_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "stances" (
	"id" uuid PRIMARY KEY NOT NULL,
	"target_id" uuid NOT NULL,
	"demand_id" uuid NOT NULL,
	"value" "stance_value" NOT NULL,
	"since_on" date NOT NULL,
	"due_on" date,
	"response_id" uuid NOT NULL,
	"reason" text,
	"published_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "criteria" ADD CONSTRAINT "criteria_framework_id_frameworks_id_fk" FOREIGN KEY ("framework_id") REFERENCES "public"."frameworks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_framework_id_frameworks_id_fk" FOREIGN KEY ("framework_id") REFERENCES "public"."frameworks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "co_signers" ADD CONSTRAINT "co_signers_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demands" ADD CONSTRAINT "demands_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_versions" ADD CONSTRAINT "letter_versions_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_retailer_id_retailers_id_fk" FOREIGN KEY ("retailer_id") REFERENCES "public"."retailers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "targets" ADD CONSTRAINT "targets_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "targets" ADD CONSTRAINT "targets_retailer_id_retailers_id_fk" FOREIGN KEY ("retailer_id") REFERENCES "public"."retailers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organizer_id_organizers_id_fk" FOREIGN KEY ("organizer_id") REFERENCES "public"."organizers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organizer_sessions" ADD CONSTRAINT "organizer_sessions_organizer_id_organizers_id_fk" FOREIGN KEY ("organizer_id") REFERENCES "public"."organizers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_links" ADD CONSTRAINT "sign_in_links_organizer_id_organizers_id_fk" FOREIGN KEY ("organizer_id") REFERENCES "public"."organizers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_signature_id_signatures_id_fk" FOREIGN KEY ("signature_id") REFERENCES "public"."signatures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signature_links" ADD CONSTRAINT "signature_links_signature_id_signatures_id_fk" FOREIGN KEY ("signature_id") REFERENCES "public"."signatures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signature_tallies" ADD CONSTRAINT "signature_tallies_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_letter_version_id_letter_versions_id_fk" FOREIGN KEY ("letter_version_id") REFERENCES "public"."letter_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signer_sessions" ADD CONSTRAINT "signer_sessions_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tally_marks" ADD CONSTRAINT "tally_marks_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_signature_id_signatures_id_fk" FOREIGN KEY ("signature_id") REFERENCES "public"."signatures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_target_id_targets_id_fk" FOREIGN KEY ("target_id") REFERENCES "public"."targets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "openings" ADD CONSTRAINT "openings_signature_id_signatures_id_fk" FOREIGN KEY ("signature_id") REFERENCES "public"."signatures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "openings" ADD CONSTRAINT "openings_target_id_targets_id_fk" FOREIGN KEY ("target_id") REFERENCES "public"."targets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_signature_id_signatures_id_fk" FOREIGN KEY ("signature_id") REFERENCES "public"."signatures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_batch_id_mail_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."mail_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_target_id_targets_id_fk" FOREIGN KEY ("target_id") REFERENCES "public"."targets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_recorded_by_organizers_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."organizers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_published_by_organizers_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."organizers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stances" ADD CONSTRAINT "stances_target_id_targets_id_fk" FOREIGN KEY ("target_id") REFERENCES "public"."targets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stances" ADD CONSTRAINT "stances_demand_id_demands_id_fk" FOREIGN KEY ("demand_id") REFERENCES "public"."demands"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stances" ADD CONSTRAINT "stances_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_contact_per_address" ON "contacts" USING btree ("retailer_id",lower("email"));--> statement-breakpoint
CREATE INDEX "sign_in_links_by_organizer" ON "sign_in_links" USING btree ("organizer_id","created_at");--> statement-breakpoint
CREATE INDEX "signature_links_by_signature" ON "signature_links" USING btree ("signature_id","created_at");--> statement-breakpoint
CREATE INDEX "confirmed_signatures" ON "signatures" USING btree ("campaign_id","confirmed_at") WHERE state = 'confirmed';--> statement-breakpoint
CREATE INDEX "shown_signatures" ON "signatures" USING btree ("campaign_id","confirmed_at" DESC NULLS LAST) WHERE state = 'confirmed' and is_name_shown;--> statement-breakpoint
CREATE INDEX "pending_signatures" ON "signatures" USING btree ("campaign_id","created_at") WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX "signatures_by_change" ON "signatures" USING btree ("campaign_id","state_changed_at") WHERE confirmed_at is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "one_message_per_target" ON "messages" USING btree ("signature_id","target_id") WHERE written_by_session is null;--> statement-breakpoint
CREATE UNIQUE INDEX "one_waiting_message_per_browser" ON "messages" USING btree ("signature_id","target_id","written_by_session") WHERE written_by_session is not null;--> statement-breakpoint
CREATE INDEX "waiting_messages" ON "messages" USING btree ("target_id","released_at") WHERE state = 'held' and released_at is not null;--> statement-breakpoint
CREATE INDEX "messages_by_target" ON "messages" USING btree ("target_id","state");--> statement-breakpoint
CREATE INDEX "due_deliveries" ON "deliveries" USING btree ("priority","id") WHERE state = 'due';--> statement-breakpoint
CREATE INDEX "deliveries_by_batch" ON "deliveries" USING btree ("batch_id");--> statement-breakpoint
CREATE INDEX "deliveries_by_message" ON "deliveries" USING btree ("message_id");--> statement-breakpoint
CREATE INDEX "deliveries_by_signature" ON "deliveries" USING btree ("signature_id");--> statement-breakpoint
CREATE INDEX "deliveries_that_failed" ON "deliveries" USING btree ("campaign_id","state_changed_at") WHERE state in ('failed', 'bounced', 'suppressed', 'complained');--> statement-breakpoint
CREATE INDEX "sealed_batches" ON "mail_batches" USING btree ("priority","next_attempt_at") WHERE state = 'sealed';--> statement-breakpoint
CREATE INDEX "published_responses" ON "responses" USING btree ("target_id","happened_on") WHERE published_at is not null;--> statement-breakpoint
CREATE INDEX "stances_by_cell" ON "stances" USING btree ("target_id","demand_id","published_at");