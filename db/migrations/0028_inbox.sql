CREATE TABLE "conversations" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"mailbox_id" text NOT NULL,
	"with_address" text,
	"with_name" text,
	"contact_id" text,
	"cart_id" text,
	"enrollment_id" text,
	"message_id" text,
	"subject" text NOT NULL,
	"subject_key" text NOT NULL,
	"status" text NOT NULL,
	"waits_for" text NOT NULL,
	"intent" text,
	"pauses_since" timestamp with time zone,
	"last_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "conversations_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "inbound_files" (
	"tenant_id" text NOT NULL,
	"mail_id" text NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"content_type" text NOT NULL,
	"claimed_type" text NOT NULL,
	"byte_count" integer NOT NULL,
	"content" "bytea",
	"refused_because" text,
	CONSTRAINT "inbound_files_tenant_id_mail_id_position_pk" PRIMARY KEY("tenant_id","mail_id","position")
);
--> statement-breakpoint
CREATE TABLE "inbound_mails" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"mailbox_id" text NOT NULL,
	"conversation_id" text NOT NULL,
	"contact_id" text,
	"message_id_header" text NOT NULL,
	"in_reply_to" text,
	"reference_headers" text[] DEFAULT '{}'::text[] NOT NULL,
	"from_address" text,
	"from_name" text,
	"to_addresses" text[] DEFAULT '{}'::text[] NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"quoted" text DEFAULT '' NOT NULL,
	"language" text,
	"intent" text,
	"intent_by" text,
	"is_automatic" boolean NOT NULL,
	"marks" text[] DEFAULT '{}'::text[] NOT NULL,
	"source" text NOT NULL,
	"sent_at" timestamp with time zone,
	"received_at" timestamp with time zone NOT NULL,
	"erased_at" timestamp with time zone,
	CONSTRAINT "inbound_mails_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "mail_arrivals" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"mailbox_id" text NOT NULL,
	"message_key" text NOT NULL,
	"source" text NOT NULL,
	"plus_tag" text,
	"envelope_from" text,
	"fetch_id" text,
	"byte_count" integer,
	"content" "bytea",
	"attempts" integer DEFAULT 0 NOT NULL,
	"mail_id" text,
	"refused_because" text,
	"received_at" timestamp with time zone NOT NULL,
	"next_try_at" timestamp with time zone NOT NULL,
	"settled_at" timestamp with time zone,
	CONSTRAINT "mail_arrivals_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "mailboxes" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"shop_id" text,
	"address" text NOT NULL,
	"name" text NOT NULL,
	"signature" text DEFAULT '' NOT NULL,
	"proposes_answers" boolean DEFAULT true NOT NULL,
	"keeps_files" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "mailboxes_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "conversation_id" text;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "in_reply_to" text;--> statement-breakpoint
CREATE INDEX "conversations_last" ON "conversations" USING btree ("tenant_id","last_at","id");--> statement-breakpoint
CREATE INDEX "conversations_ours" ON "conversations" USING btree ("tenant_id","last_at","id") WHERE status = 'open' and waits_for = 'us';--> statement-breakpoint
CREATE INDEX "conversations_contact" ON "conversations" USING btree ("tenant_id","contact_id");--> statement-breakpoint
CREATE INDEX "conversations_subject" ON "conversations" USING btree ("tenant_id","mailbox_id","subject_key","with_address");--> statement-breakpoint
CREATE INDEX "conversations_pausing" ON "conversations" USING btree ("tenant_id","contact_id") WHERE status = 'open' and pauses_since is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "inbound_mails_once" ON "inbound_mails" USING btree ("tenant_id","mailbox_id","message_id_header","from_address");--> statement-breakpoint
CREATE INDEX "inbound_mails_conversation" ON "inbound_mails" USING btree ("tenant_id","conversation_id","received_at","id");--> statement-breakpoint
CREATE INDEX "inbound_mails_received" ON "inbound_mails" USING btree ("tenant_id","received_at","id");--> statement-breakpoint
CREATE INDEX "inbound_mails_header" ON "inbound_mails" USING btree ("tenant_id","message_id_header");--> statement-breakpoint
CREATE INDEX "inbound_mails_from" ON "inbound_mails" USING btree ("tenant_id","from_address");--> statement-breakpoint
CREATE UNIQUE INDEX "mail_arrivals_once" ON "mail_arrivals" USING btree ("tenant_id","mailbox_id","message_key");--> statement-breakpoint
CREATE INDEX "mail_arrivals_waiting" ON "mail_arrivals" USING btree ("next_try_at") WHERE settled_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "mailboxes_address" ON "mailboxes" USING btree ("address");--> statement-breakpoint
CREATE UNIQUE INDEX "mailboxes_shop" ON "mailboxes" USING btree ("tenant_id","shop_id") WHERE archived_at is null and shop_id is not null;--> statement-breakpoint
CREATE INDEX "letters_conversation" ON "letters" USING btree ("tenant_id","conversation_id","created_at","id") WHERE conversation_id is not null;