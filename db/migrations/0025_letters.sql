CREATE TABLE "letter_files" (
	"tenant_id" text NOT NULL,
	"letter_id" text NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"content_type" text NOT NULL,
	"byte_count" integer NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "letter_files_tenant_id_letter_id_position_pk" PRIMARY KEY("tenant_id","letter_id","position")
);
--> statement-breakpoint
CREATE TABLE "letter_reviews" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"letter_id" text NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "letter_reviews_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"act" text NOT NULL,
	"by_kind" text NOT NULL,
	"by_id" text NOT NULL,
	"via_key_id" text,
	"reason" text,
	"words_hash" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "letter_reviews_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "letters" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"from_address" text NOT NULL,
	"reply_to" text,
	"to_addresses" text[] NOT NULL,
	"cc_addresses" text[] DEFAULT '{}'::text[] NOT NULL,
	"bcc_addresses" text[] DEFAULT '{}'::text[] NOT NULL,
	"subject" text NOT NULL,
	"words" jsonb,
	"html" text NOT NULL,
	"text" text NOT NULL,
	"headers" jsonb NOT NULL,
	"tags" text[] DEFAULT '{}'::text[] NOT NULL,
	"words_hash" text NOT NULL,
	"status" text NOT NULL,
	"reason" text,
	"mode" text NOT NULL,
	"holds" text[] DEFAULT '{}'::text[] NOT NULL,
	"flags" text[] DEFAULT '{}'::text[] NOT NULL,
	"made_by_kind" text NOT NULL,
	"made_by_id" text NOT NULL,
	"test" boolean NOT NULL,
	"idempotency_key" text,
	"request_hash" text,
	"send_at" timestamp with time zone,
	"due_at" timestamp with time zone NOT NULL,
	"claim" text,
	"claimed_at" timestamp with time zone,
	"first_tried_at" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"mailer" text,
	"provider_id" text,
	"sent_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "letters_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE INDEX "letter_reviews_letter" ON "letter_reviews" USING btree ("tenant_id","letter_id","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "letters_once" ON "letters" USING btree ("tenant_id","made_by_id","idempotency_key");--> statement-breakpoint
CREATE INDEX "letters_created" ON "letters" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "letters_sent" ON "letters" USING btree ("tenant_id","sent_at","id");--> statement-breakpoint
CREATE INDEX "letters_pending" ON "letters" USING btree ("tenant_id","created_at","id") WHERE status = 'pending_approval';--> statement-breakpoint
CREATE INDEX "letters_standing" ON "letters" USING btree ("due_at") WHERE status in ('queued', 'sending');--> statement-breakpoint
CREATE INDEX "letters_provider" ON "letters" USING btree ("tenant_id","provider_id");