CREATE TABLE "segments" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"condition" jsonb NOT NULL,
	"created_by" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "segments_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "tags" text[];--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "shop_tags" text[];--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "loyalty_tier" text;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "categories" text[];--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "brand" text;--> statement-breakpoint
CREATE UNIQUE INDEX "segments_name" ON "segments" USING btree ("tenant_id","name");