CREATE TABLE "order_triggers" (
	"tenant_id" text NOT NULL,
	"sequence_id" text NOT NULL,
	"order_id" text NOT NULL,
	"kind" text NOT NULL,
	"refusal" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "order_triggers_tenant_id_sequence_id_order_id_pk" PRIMARY KEY("tenant_id","sequence_id","order_id")
);
--> statement-breakpoint
CREATE TABLE "product_views" (
	"tenant_id" text NOT NULL,
	"webhook_event_id" text NOT NULL,
	"visit_id" text NOT NULL,
	"product_external_id" text NOT NULL,
	"title" text,
	"url" text,
	"image_url" text,
	"price" bigint,
	"currency" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "product_views_tenant_id_webhook_event_id_pk" PRIMARY KEY("tenant_id","webhook_event_id")
);
--> statement-breakpoint
CREATE TABLE "visits" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"shop_id" text NOT NULL,
	"visitor" text NOT NULL,
	"contact_id" text,
	"started_at" timestamp with time zone NOT NULL,
	"last_view_at" timestamp with time zone NOT NULL,
	"settled_at" timestamp with time zone,
	"refusal" text,
	CONSTRAINT "visits_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
DROP INDEX "carts_open";--> statement-breakpoint
DROP INDEX "enrollments_cart";--> statement-breakpoint
ALTER TABLE "carts" ADD COLUMN "stands_for" text DEFAULT 'basket' NOT NULL;--> statement-breakpoint
ALTER TABLE "enrollments" ADD COLUMN "trigger_kind" text;--> statement-breakpoint
ALTER TABLE "enrollments" ADD COLUMN "trigger_id" text;--> statement-breakpoint
UPDATE "enrollments" e SET "trigger_id" = e."cart_id", "trigger_kind" = coalesce((
	SELECT v."graph" -> 'trigger' ->> 'kind' FROM "sequence_versions" v
	WHERE v."tenant_id" = e."tenant_id" AND v."id" = e."version_id"), 'cart_abandoned');--> statement-breakpoint
ALTER TABLE "enrollments" ALTER COLUMN "trigger_kind" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "enrollments" ALTER COLUMN "trigger_id" SET NOT NULL;--> statement-breakpoint
CREATE INDEX "order_triggers_order" ON "order_triggers" USING btree ("tenant_id","order_id");--> statement-breakpoint
CREATE INDEX "product_views_visit" ON "product_views" USING btree ("tenant_id","visit_id","at");--> statement-breakpoint
CREATE INDEX "product_views_at" ON "product_views" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "visits_visitor" ON "visits" USING btree ("tenant_id","shop_id","visitor") WHERE settled_at is null;--> statement-breakpoint
CREATE INDEX "visits_open" ON "visits" USING btree ("tenant_id","last_view_at") WHERE settled_at is null;--> statement-breakpoint
CREATE INDEX "visits_contact" ON "visits" USING btree ("tenant_id","contact_id");--> statement-breakpoint
CREATE UNIQUE INDEX "enrollments_trigger" ON "enrollments" USING btree ("tenant_id","sequence_id","trigger_id");--> statement-breakpoint
CREATE INDEX "carts_open" ON "carts" USING btree ("tenant_id","last_activity_at") WHERE abandoned_at is null and ordered_at is null and deleted_at is null and contact_id is not null and merged_into is null and stands_for = 'basket';--> statement-breakpoint
CREATE INDEX "enrollments_cart" ON "enrollments" USING btree ("tenant_id","cart_id");