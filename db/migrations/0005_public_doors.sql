CREATE TABLE "batch_answers" (
	"tenant_id" text NOT NULL,
	"shop_id" text NOT NULL,
	"key" text NOT NULL,
	"body_hash" text NOT NULL,
	"answer" text,
	"begun_at" timestamp with time zone NOT NULL,
	CONSTRAINT "batch_answers_tenant_id_shop_id_key_pk" PRIMARY KEY("tenant_id","shop_id","key")
);
--> statement-breakpoint
CREATE TABLE "rate_buckets" (
	"tenant_id" text NOT NULL,
	"name" text NOT NULL,
	"tokens" double precision NOT NULL,
	"per_second" double precision NOT NULL,
	"granted" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "rate_buckets_tenant_id_name_pk" PRIMARY KEY("tenant_id","name")
);
--> statement-breakpoint
ALTER TABLE "shops" ADD COLUMN "public_key" text;--> statement-breakpoint
ALTER TABLE "shops" ADD COLUMN "allowed_origins" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "carts" ADD COLUMN "recovery_expires_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "carts" ADD COLUMN "claimed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "batch_answers_begun" ON "batch_answers" USING btree ("tenant_id","begun_at");--> statement-breakpoint
CREATE INDEX "rate_buckets_at" ON "rate_buckets" USING btree ("tenant_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "shops_public_key" ON "shops" USING btree ("public_key");