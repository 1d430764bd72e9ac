CREATE TABLE "writer_settings" (
	"tenant_id" text PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"model" text NOT NULL,
	"base_url" text,
	"key_sealed" text,
	"key_last4" text,
	"temperature" real,
	"monthly_tokens" bigint,
	"input_price" bigint,
	"cached_input_price" bigint,
	"output_price" bigint,
	"price_currency" text,
	"concurrency" integer NOT NULL,
	"requests_per_minute" integer NOT NULL,
	"mode" text NOT NULL,
	"reuse_days" integer NOT NULL,
	"variants" integer NOT NULL,
	"saved_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "writer_tries" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"member_id" text NOT NULL,
	"model" text,
	"reason" text,
	"input_tokens" integer NOT NULL,
	"cached_input_tokens" integer NOT NULL,
	"output_tokens" integer NOT NULL,
	"cost_micros" bigint NOT NULL,
	"cost_currency" text,
	"latency_ms" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "writer_tries_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "reused_from" text;--> statement-breakpoint
CREATE INDEX "writer_tries_at" ON "writer_tries" USING btree ("tenant_id","at");--> statement-breakpoint
CREATE INDEX "drafts_reusable" ON "drafts" USING btree ("tenant_id","pattern","created_at") WHERE chosen and writer = 'language_model' and reused_from is null;--> statement-breakpoint
CREATE INDEX "drafts_usage" ON "drafts" USING btree ("tenant_id","created_at","input_tokens","output_tokens","cost_micros","cost_currency") WHERE writer = 'language_model';