CREATE TABLE "coupons" (
	"tenant_id" text NOT NULL,
	"decision_id" text NOT NULL,
	"shop_id" text NOT NULL,
	"incentive_id" text NOT NULL,
	"code" text NOT NULL,
	"status" text NOT NULL,
	"reason" text,
	"expires_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "coupons_tenant_id_decision_id_pk" PRIMARY KEY("tenant_id","decision_id")
);
--> statement-breakpoint
CREATE TABLE "products" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"shop_id" text NOT NULL,
	"external_id" text NOT NULL,
	"title" text,
	"url" text,
	"image_url" text,
	"source_updated_at" timestamp with time zone NOT NULL,
	"complete_at" timestamp with time zone,
	"deleted_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "products_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "stock_levels" (
	"tenant_id" text NOT NULL,
	"shop_id" text NOT NULL,
	"subject" text NOT NULL,
	"location_id" text NOT NULL,
	"stock" integer,
	"source_updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "stock_levels_tenant_id_shop_id_subject_location_id_pk" PRIMARY KEY("tenant_id","shop_id","subject","location_id")
);
--> statement-breakpoint
CREATE TABLE "variants" (
	"tenant_id" text NOT NULL,
	"product_id" text NOT NULL,
	"external_id" text NOT NULL,
	"sku" text,
	"title" text,
	"price" bigint,
	"currency" text NOT NULL,
	"stock" integer,
	"image_url" text,
	"inventory_item_id" text,
	"source_updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "variants_tenant_id_product_id_external_id_pk" PRIMARY KEY("tenant_id","product_id","external_id")
);
--> statement-breakpoint
CREATE TABLE "reconciliations" (
	"tenant_id" text NOT NULL,
	"shop_id" text NOT NULL,
	"cursor" text,
	"last_run_at" timestamp with time zone,
	"next_run_at" timestamp with time zone NOT NULL,
	"outcome" text,
	"drift" integer DEFAULT 0 NOT NULL,
	"last_drift" integer DEFAULT 0 NOT NULL,
	"last_drift_at" timestamp with time zone,
	"silent_since" timestamp with time zone,
	"hooks_tried_at" timestamp with time zone,
	"hooks_outcome" text,
	"hooks_registered" text[] DEFAULT '{}'::text[] NOT NULL,
	"hooks_missing" text[] DEFAULT '{}'::text[] NOT NULL,
	CONSTRAINT "reconciliations_tenant_id_shop_id_pk" PRIMARY KEY("tenant_id","shop_id")
);
--> statement-breakpoint
CREATE TABLE "shop_credentials" (
	"tenant_id" text NOT NULL,
	"shop_id" text NOT NULL,
	"sealed" text NOT NULL,
	"names" text[] NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "shop_credentials_tenant_id_shop_id_pk" PRIMARY KEY("tenant_id","shop_id")
);
--> statement-breakpoint
CREATE TABLE "signature_failures" (
	"tenant_id" text NOT NULL,
	"shop_id" text NOT NULL,
	"minute" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	"count" integer NOT NULL,
	"last_at" timestamp with time zone NOT NULL,
	CONSTRAINT "signature_failures_tenant_id_shop_id_minute_reason_pk" PRIMARY KEY("tenant_id","shop_id","minute","reason")
);
--> statement-breakpoint
ALTER TABLE "webhook_events" ADD COLUMN "origin" text DEFAULT 'shop' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "coupons_code" ON "coupons" USING btree ("tenant_id","code");--> statement-breakpoint
CREATE UNIQUE INDEX "products_external" ON "products" USING btree ("tenant_id","shop_id","external_id");--> statement-breakpoint
CREATE INDEX "variants_inventory" ON "variants" USING btree ("tenant_id","inventory_item_id");--> statement-breakpoint
CREATE INDEX "webhook_events_source" ON "webhook_events" USING btree ("tenant_id","source_id","received_at");