CREATE TABLE "attribution_dues" (
	"tenant_id" text NOT NULL,
	"order_id" text NOT NULL,
	"since" timestamp with time zone NOT NULL,
	CONSTRAINT "attribution_dues_tenant_id_order_id_pk" PRIMARY KEY("tenant_id","order_id")
);
--> statement-breakpoint
CREATE TABLE "attribution_weights" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"window_days" integer NOT NULL,
	"shoppers" integer NOT NULL,
	"conversions" integer NOT NULL,
	"weights" jsonb,
	"computed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "attribution_weights_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "touchpoint_tallies" (
	"tenant_id" text NOT NULL,
	"message_id" text NOT NULL,
	"kind" text NOT NULL,
	"by" text NOT NULL,
	"seen" integer NOT NULL,
	"last_at" timestamp with time zone NOT NULL,
	CONSTRAINT "touchpoint_tallies_tenant_id_message_id_kind_by_pk" PRIMARY KEY("tenant_id","message_id","kind","by")
);
--> statement-breakpoint
CREATE TABLE "touchpoint_verdicts" (
	"tenant_id" text NOT NULL,
	"touchpoint_id" text NOT NULL,
	"machine_reason" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "touchpoint_verdicts_tenant_id_touchpoint_id_pk" PRIMARY KEY("tenant_id","touchpoint_id")
);
--> statement-breakpoint
DROP INDEX "conversions_order";--> statement-breakpoint
ALTER TABLE "policies" ADD COLUMN "attribution" jsonb DEFAULT '{"windowDays":{},"halfLifeDays":7,"firstShare":40,"lastShare":40,"creditOpens":false}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "conversions" ADD COLUMN "share" double precision DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "conversions" ADD COLUMN "fallback" text;--> statement-breakpoint
ALTER TABLE "conversions" ADD COLUMN "weights_id" text;--> statement-breakpoint
ALTER TABLE "touchpoints" ADD COLUMN "kind" text DEFAULT 'click' NOT NULL;--> statement-breakpoint
ALTER TABLE "touchpoints" ADD COLUMN "by" text DEFAULT 'person' NOT NULL;--> statement-breakpoint
ALTER TABLE "touchpoints" ADD COLUMN "machine_reason" text;--> statement-breakpoint
ALTER TABLE "touchpoints" ADD COLUMN "network" text;--> statement-breakpoint
CREATE INDEX "attribution_dues_since" ON "attribution_dues" USING btree ("since");--> statement-breakpoint
CREATE INDEX "attribution_weights_newest" ON "attribution_weights" USING btree ("tenant_id","computed_at","id");--> statement-breakpoint
CREATE INDEX "touchpoint_verdicts_at" ON "touchpoint_verdicts" USING btree ("tenant_id","at");--> statement-breakpoint
CREATE INDEX "touchpoints_network" ON "touchpoints" USING btree ("tenant_id","network","at") WHERE network is not null;--> statement-breakpoint
CREATE INDEX "touchpoints_networks_age" ON "touchpoints" USING btree ("at") WHERE network is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "conversions_order" ON "conversions" USING btree ("tenant_id","order_id","model",coalesce(message_id, ''));--> statement-breakpoint
-- Opens were reports only: each becomes an act, of a person as far as is known. Credit under all models is worked out by the
-- job from what is owed. Row security is forced again after each migration.
ALTER TABLE "message_events" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "messages" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "orders" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "touchpoints" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
INSERT INTO "touchpoints" ("tenant_id", "click_id", "message_id", "enrollment_id", "contact_id", "kind", "by", "at")
	SELECT v."tenant_id", 'opn_' || v."id", v."message_id", m."enrollment_id", m."contact_id", 'open', 'person', v."at"
	FROM "message_events" v JOIN "messages" m ON m."tenant_id" = v."tenant_id" AND m."id" = v."message_id"
	WHERE v."kind" = 'opened';--> statement-breakpoint
INSERT INTO "touchpoint_tallies" ("tenant_id", "message_id", "kind", "by", "seen", "last_at")
	SELECT "tenant_id", "message_id", "kind", "by", count(*), max("at") FROM "touchpoints" GROUP BY 1, 2, 3, 4;--> statement-breakpoint
INSERT INTO "attribution_dues" ("tenant_id", "order_id", "since")
	SELECT "tenant_id", "id", "ordered_at" FROM "orders";
