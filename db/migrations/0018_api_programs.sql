CREATE TABLE "api_answers" (
	"tenant_id" text NOT NULL,
	"key_id" text NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"status" integer,
	"answer" text,
	"begun_at" timestamp with time zone NOT NULL,
	CONSTRAINT "api_answers_tenant_id_key_id_key_pk" PRIMARY KEY("tenant_id","key_id","key")
);
--> statement-breakpoint
CREATE TABLE "one_time_codes" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"key_id" text NOT NULL,
	"operation" text NOT NULL,
	"request_hash" text NOT NULL,
	"code_hash" text NOT NULL,
	"tries" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "one_time_codes_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "api_keys" ADD COLUMN "expires_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "api_keys" ADD COLUMN "allowed_networks" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "api_keys" ADD COLUMN "per_minute" integer DEFAULT 600 NOT NULL;--> statement-breakpoint
ALTER TABLE "brands" ADD COLUMN "logo_alt" text;--> statement-breakpoint
ALTER TABLE "brands" ADD COLUMN "logo_width" integer;--> statement-breakpoint
ALTER TABLE "brands" ADD COLUMN "logo_height" integer;--> statement-breakpoint
ALTER TABLE "brands" ADD COLUMN "colours" jsonb DEFAULT '{"light":{},"dark":{}}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "brands" ADD COLUMN "fonts" jsonb DEFAULT '{"heading":"house","body":"house"}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "brands" ADD COLUMN "social_links" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
CREATE INDEX "api_answers_begun" ON "api_answers" USING btree ("tenant_id","begun_at");--> statement-breakpoint
CREATE INDEX "one_time_codes_request" ON "one_time_codes" USING btree ("tenant_id","key_id","request_hash","created_at");