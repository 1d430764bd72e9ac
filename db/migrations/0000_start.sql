CREATE TABLE "api_keys" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"prefix" text NOT NULL,
	"hash" text NOT NULL,
	"scopes" text[] NOT NULL,
	"created_by" text,
	"created_at" timestamp with time zone NOT NULL,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "api_keys_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "api_keys_hash" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text,
	"action" text NOT NULL,
	"subject_id" text,
	"change" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "audit_entries_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "brands" (
	"tenant_id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"logo_url" text,
	"accent" text NOT NULL,
	"sender_name" text NOT NULL,
	"sender_address" text NOT NULL,
	"reply_to" text,
	"postal_address" text NOT NULL,
	"tone" text NOT NULL,
	"avoid_words" text[] DEFAULT '{}'::text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "members" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"password_hash" text,
	"created_at" timestamp with time zone NOT NULL,
	"last_sign_in_at" timestamp with time zone,
	"removed_at" timestamp with time zone,
	CONSTRAINT "members_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "policies" (
	"tenant_id" text PRIMARY KEY NOT NULL,
	"abandonment_minutes" integer NOT NULL,
	"consent_rule" text NOT NULL,
	"expiry_days" integer NOT NULL,
	"oversight_mode" text NOT NULL,
	"review_deadline_minutes" integer NOT NULL,
	"deadline_action" text NOT NULL,
	"send_window" jsonb,
	"frequency_cap" jsonb,
	"attribution_days" integer NOT NULL,
	"loyalty_line" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_tokens" (
	"tenant_id" text NOT NULL,
	"token_hash" text NOT NULL,
	"email" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sign_in_tokens_tenant_id_token_hash_pk" PRIMARY KEY("tenant_id","token_hash")
);
--> statement-breakpoint
CREATE TABLE "tenants" (
	"tenant_id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"currency" text NOT NULL,
	"language" text NOT NULL,
	"time_zone" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"paused_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "cart_tokens" (
	"tenant_id" text NOT NULL,
	"shop_id" text NOT NULL,
	"token" text NOT NULL,
	"cart_id" text NOT NULL,
	CONSTRAINT "cart_tokens_tenant_id_shop_id_token_pk" PRIMARY KEY("tenant_id","shop_id","token")
);
--> statement-breakpoint
CREATE TABLE "compliance_requests" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"shop_id" text NOT NULL,
	"webhook_event_id" text NOT NULL,
	"request" text NOT NULL,
	"reference" text,
	"contact_id" text,
	"received_at" timestamp with time zone NOT NULL,
	"completed_at" timestamp with time zone,
	"export_json" text,
	CONSTRAINT "compliance_requests_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "shops" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"platform" text NOT NULL,
	"name" text NOT NULL,
	"url" text NOT NULL,
	"hosts" text[] NOT NULL,
	"currency" text NOT NULL,
	"secret_encrypted" text NOT NULL,
	"previous_secret_encrypted" text,
	"previous_secret_until" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"disabled_at" timestamp with time zone,
	CONSTRAINT "shops_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "webhook_events" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"source_id" text NOT NULL,
	"delivery_id" text NOT NULL,
	"topic" text NOT NULL,
	"body" "bytea",
	"received_at" timestamp with time zone NOT NULL,
	"outcome" text NOT NULL,
	"reason" text,
	"detail" text,
	"subject_id" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"processed_at" timestamp with time zone,
	CONSTRAINT "webhook_events_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"contact_id" text NOT NULL,
	"channel" text NOT NULL,
	"state" text NOT NULL,
	"source" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "consents_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "contact_identities" (
	"tenant_id" text NOT NULL,
	"shop_id" text NOT NULL,
	"external_id" text NOT NULL,
	"contact_id" text NOT NULL,
	CONSTRAINT "contact_identities_tenant_id_shop_id_external_id_pk" PRIMARY KEY("tenant_id","shop_id","external_id")
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"address" text NOT NULL,
	"phone" text,
	"first_name" text,
	"last_name" text,
	"language" text,
	"country" text,
	"time_zone" text,
	"source_updated_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"erased_at" timestamp with time zone,
	CONSTRAINT "contacts_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "suppressions" (
	"tenant_id" text NOT NULL,
	"channel" text NOT NULL,
	"address_hash" text NOT NULL,
	"address" text,
	"reason" text NOT NULL,
	"message_id" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "suppressions_tenant_id_channel_address_hash_pk" PRIMARY KEY("tenant_id","channel","address_hash")
);
--> statement-breakpoint
CREATE TABLE "carts" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"shop_id" text NOT NULL,
	"external_id" text NOT NULL,
	"contact_id" text,
	"phase" text NOT NULL,
	"currency" text NOT NULL,
	"lines" jsonb NOT NULL,
	"totals" jsonb NOT NULL,
	"total" bigint NOT NULL,
	"discount_codes" text[] DEFAULT '{}'::text[] NOT NULL,
	"recovery_url" text,
	"source_created_at" timestamp with time zone NOT NULL,
	"source_updated_at" timestamp with time zone NOT NULL,
	"last_activity_at" timestamp with time zone NOT NULL,
	"abandoned_at" timestamp with time zone,
	"ordered_at" timestamp with time zone,
	"order_id" text,
	"deleted_at" timestamp with time zone,
	"enrollment_refusal" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "carts_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "conversions" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"order_id" text NOT NULL,
	"model" text NOT NULL,
	"enrollment_id" text,
	"message_id" text,
	"organic_reason" text,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"window_days" bigint NOT NULL,
	"ordered_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "conversions_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "order_carts" (
	"tenant_id" text NOT NULL,
	"order_id" text NOT NULL,
	"cart_id" text NOT NULL,
	CONSTRAINT "order_carts_tenant_id_order_id_cart_id_pk" PRIMARY KEY("tenant_id","order_id","cart_id")
);
--> statement-breakpoint
CREATE TABLE "order_tokens" (
	"tenant_id" text NOT NULL,
	"shop_id" text NOT NULL,
	"token" text NOT NULL,
	"order_id" text NOT NULL,
	CONSTRAINT "order_tokens_tenant_id_shop_id_token_order_id_pk" PRIMARY KEY("tenant_id","shop_id","token","order_id")
);
--> statement-breakpoint
CREATE TABLE "orders" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"shop_id" text NOT NULL,
	"external_id" text NOT NULL,
	"number" text,
	"contact_id" text,
	"currency" text NOT NULL,
	"lines" jsonb NOT NULL,
	"subtotal" bigint NOT NULL,
	"discount" bigint NOT NULL,
	"total" bigint NOT NULL,
	"refunded" bigint NOT NULL,
	"discount_codes" text[] DEFAULT '{}'::text[] NOT NULL,
	"status" text NOT NULL,
	"ordered_at" timestamp with time zone NOT NULL,
	"source_updated_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "orders_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "assignments" (
	"tenant_id" text NOT NULL,
	"experiment_id" text NOT NULL,
	"contact_id" text NOT NULL,
	"arm" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "assignments_tenant_id_experiment_id_contact_id_pk" PRIMARY KEY("tenant_id","experiment_id","contact_id")
);
--> statement-breakpoint
CREATE TABLE "enrollments" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"sequence_id" text NOT NULL,
	"version_id" text NOT NULL,
	"cart_id" text NOT NULL,
	"contact_id" text NOT NULL,
	"experiment_id" text,
	"arm" text NOT NULL,
	"arm_kind" text NOT NULL,
	"cart_total" bigint NOT NULL,
	"currency" text NOT NULL,
	"abandoned_at" timestamp with time zone NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"next_due_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"close_reason" text,
	CONSTRAINT "enrollments_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "experiments" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"sequence_id" text NOT NULL,
	"name" text NOT NULL,
	"arms" jsonb NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"stopped_at" timestamp with time zone,
	CONSTRAINT "experiments_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "incentive_rules" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"currency" text NOT NULL,
	"min_total" bigint NOT NULL,
	"incentive_id" text,
	CONSTRAINT "incentive_rules_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "incentives" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"percent" integer,
	"code" text,
	"valid_hours" integer,
	"created_at" timestamp with time zone NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "incentives_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "publications" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"sequence_id" text NOT NULL,
	"version_id" text,
	"by" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "publications_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "sequence_versions" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"sequence_id" text NOT NULL,
	"number" integer NOT NULL,
	"steps" jsonb NOT NULL,
	"frozen" boolean NOT NULL,
	"created_by" text,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sequence_versions_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "sequences" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "sequences_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "clocks" (
	"id" integer PRIMARY KEY NOT NULL,
	"anchor_real" timestamp with time zone NOT NULL,
	"anchor_virtual" timestamp with time zone NOT NULL,
	"speed" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"enrollment_id" text NOT NULL,
	"position" integer NOT NULL,
	"ordinal" integer NOT NULL,
	"kind" text NOT NULL,
	"reason" text,
	"until" timestamp with time zone,
	"incentive_id" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "decisions_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"decision_id" text NOT NULL,
	"attempt" integer NOT NULL,
	"writer" text NOT NULL,
	"model" text,
	"author_id" text,
	"fallback_reason" text,
	"brief" jsonb,
	"words" jsonb,
	"findings" jsonb NOT NULL,
	"words_hash" text NOT NULL,
	"language" text NOT NULL,
	"chosen" boolean NOT NULL,
	"mode" text NOT NULL,
	"held_reason" text,
	"review_due_at" timestamp with time zone,
	"input_tokens" integer NOT NULL,
	"output_tokens" integer NOT NULL,
	"latency_ms" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "drafts_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "message_events" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"message_id" text NOT NULL,
	"provider_event_id" text NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "message_events_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"decision_id" text NOT NULL,
	"channel" text NOT NULL,
	"enrollment_id" text NOT NULL,
	"cart_id" text NOT NULL,
	"contact_id" text NOT NULL,
	"draft_id" text NOT NULL,
	"position" integer NOT NULL,
	"incentive_id" text,
	"to_address" text NOT NULL,
	"from_address" text NOT NULL,
	"subject" text NOT NULL,
	"html" text,
	"text" text,
	"headers" jsonb NOT NULL,
	"target_url" text,
	"status" text NOT NULL,
	"reason" text,
	"due_at" timestamp with time zone NOT NULL,
	"claim" text,
	"claimed_at" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"mailer" text,
	"provider_id" text,
	"sent_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "messages_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"draft_id" text NOT NULL,
	"verdict" text NOT NULL,
	"by_kind" text NOT NULL,
	"by_id" text,
	"reason" text,
	"words_hash" text NOT NULL,
	"edited_draft_id" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "reviews_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "system_mails" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"to_address" text NOT NULL,
	"subject" text NOT NULL,
	"html" text NOT NULL,
	"text" text NOT NULL,
	"status" text NOT NULL,
	"reason" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "system_mails_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "touchpoints" (
	"tenant_id" text NOT NULL,
	"click_id" text NOT NULL,
	"message_id" text NOT NULL,
	"enrollment_id" text NOT NULL,
	"contact_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "touchpoints_tenant_id_click_id_pk" PRIMARY KEY("tenant_id","click_id")
);
--> statement-breakpoint
CREATE INDEX "audit_entries_at" ON "audit_entries" USING btree ("tenant_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "members_email" ON "members" USING btree ("tenant_id","email");--> statement-breakpoint
CREATE INDEX "cart_tokens_cart" ON "cart_tokens" USING btree ("tenant_id","cart_id");--> statement-breakpoint
CREATE UNIQUE INDEX "compliance_requests_event" ON "compliance_requests" USING btree ("tenant_id","webhook_event_id");--> statement-breakpoint
CREATE UNIQUE INDEX "shops_id" ON "shops" USING btree ("id");--> statement-breakpoint
CREATE UNIQUE INDEX "webhook_events_delivery" ON "webhook_events" USING btree ("tenant_id","source_id","delivery_id");--> statement-breakpoint
CREATE INDEX "webhook_events_outcome" ON "webhook_events" USING btree ("tenant_id","outcome","received_at");--> statement-breakpoint
CREATE INDEX "webhook_events_subject" ON "webhook_events" USING btree ("tenant_id","subject_id","received_at");--> statement-breakpoint
CREATE UNIQUE INDEX "consents_fact" ON "consents" USING btree ("tenant_id","contact_id","channel","at","state");--> statement-breakpoint
CREATE INDEX "contact_identities_contact" ON "contact_identities" USING btree ("tenant_id","contact_id");--> statement-breakpoint
CREATE UNIQUE INDEX "contacts_address" ON "contacts" USING btree ("tenant_id","address");--> statement-breakpoint
CREATE UNIQUE INDEX "carts_external" ON "carts" USING btree ("tenant_id","shop_id","external_id");--> statement-breakpoint
CREATE INDEX "carts_activity" ON "carts" USING btree ("tenant_id","last_activity_at");--> statement-breakpoint
CREATE INDEX "carts_contact" ON "carts" USING btree ("tenant_id","contact_id");--> statement-breakpoint
CREATE INDEX "carts_open" ON "carts" USING btree ("tenant_id","last_activity_at") WHERE abandoned_at is null and ordered_at is null and deleted_at is null and contact_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "conversions_order" ON "conversions" USING btree ("tenant_id","order_id","model");--> statement-breakpoint
CREATE INDEX "conversions_ordered_at" ON "conversions" USING btree ("tenant_id","ordered_at");--> statement-breakpoint
CREATE INDEX "conversions_enrollment" ON "conversions" USING btree ("tenant_id","enrollment_id");--> statement-breakpoint
CREATE INDEX "order_carts_cart" ON "order_carts" USING btree ("tenant_id","cart_id");--> statement-breakpoint
CREATE INDEX "order_tokens_order" ON "order_tokens" USING btree ("tenant_id","order_id");--> statement-breakpoint
CREATE UNIQUE INDEX "orders_external" ON "orders" USING btree ("tenant_id","shop_id","external_id");--> statement-breakpoint
CREATE INDEX "orders_contact" ON "orders" USING btree ("tenant_id","contact_id","ordered_at");--> statement-breakpoint
CREATE INDEX "orders_ordered_at" ON "orders" USING btree ("tenant_id","ordered_at");--> statement-breakpoint
CREATE UNIQUE INDEX "enrollments_cart" ON "enrollments" USING btree ("tenant_id","sequence_id","cart_id");--> statement-breakpoint
CREATE INDEX "enrollments_contact" ON "enrollments" USING btree ("tenant_id","contact_id","started_at");--> statement-breakpoint
CREATE INDEX "enrollments_started" ON "enrollments" USING btree ("tenant_id","started_at");--> statement-breakpoint
CREATE INDEX "enrollments_open" ON "enrollments" USING btree ("tenant_id","closed_at","next_due_at");--> statement-breakpoint
CREATE INDEX "experiments_sequence" ON "experiments" USING btree ("tenant_id","sequence_id");--> statement-breakpoint
CREATE UNIQUE INDEX "incentive_rules_from" ON "incentive_rules" USING btree ("tenant_id","currency","min_total");--> statement-breakpoint
CREATE INDEX "publications_sequence" ON "publications" USING btree ("tenant_id","sequence_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "sequence_versions_number" ON "sequence_versions" USING btree ("tenant_id","sequence_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "decisions_position" ON "decisions" USING btree ("tenant_id","enrollment_id","position","ordinal");--> statement-breakpoint
CREATE UNIQUE INDEX "decisions_send" ON "decisions" USING btree ("tenant_id","enrollment_id","position") WHERE kind = 'send';--> statement-breakpoint
CREATE UNIQUE INDEX "drafts_attempt" ON "drafts" USING btree ("tenant_id","decision_id","attempt");--> statement-breakpoint
CREATE INDEX "drafts_waiting" ON "drafts" USING btree ("tenant_id","review_due_at") WHERE chosen and held_reason is not null;--> statement-breakpoint
CREATE INDEX "drafts_created" ON "drafts" USING btree ("tenant_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "message_events_provider" ON "message_events" USING btree ("tenant_id","provider_event_id");--> statement-breakpoint
CREATE INDEX "message_events_message" ON "message_events" USING btree ("tenant_id","message_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "messages_decision" ON "messages" USING btree ("tenant_id","decision_id","channel");--> statement-breakpoint
CREATE INDEX "messages_contact" ON "messages" USING btree ("tenant_id","contact_id","sent_at");--> statement-breakpoint
CREATE INDEX "messages_queue" ON "messages" USING btree ("tenant_id","status","due_at");--> statement-breakpoint
CREATE INDEX "messages_enrollment" ON "messages" USING btree ("tenant_id","enrollment_id");--> statement-breakpoint
CREATE INDEX "messages_sent" ON "messages" USING btree ("tenant_id","sent_at");--> statement-breakpoint
CREATE INDEX "messages_provider" ON "messages" USING btree ("provider_id");--> statement-breakpoint
CREATE UNIQUE INDEX "reviews_draft" ON "reviews" USING btree ("tenant_id","draft_id");--> statement-breakpoint
CREATE INDEX "system_mails_created" ON "system_mails" USING btree ("tenant_id","created_at");--> statement-breakpoint
CREATE INDEX "touchpoints_contact" ON "touchpoints" USING btree ("tenant_id","contact_id","at");--> statement-breakpoint
CREATE INDEX "touchpoints_message" ON "touchpoints" USING btree ("tenant_id","message_id");