CREATE TABLE "incentive_grants" (
	"tenant_id" text NOT NULL,
	"decision_id" text NOT NULL,
	"incentive_id" text NOT NULL,
	"currency" text NOT NULL,
	"amount" bigint NOT NULL,
	"valid_hours" integer,
	"settlement" text,
	"settled_at" timestamp with time zone,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "incentive_grants_tenant_id_decision_id_pk" PRIMARY KEY("tenant_id","decision_id")
);
--> statement-breakpoint
DROP INDEX "segments_name";--> statement-breakpoint
ALTER TABLE "carts" ADD COLUMN "device" text;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "withheld_incentive_id" text;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "withheld_because" text;--> statement-breakpoint
ALTER TABLE "segments" ADD COLUMN "archived_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "incentives" ADD COLUMN "budget" jsonb DEFAULT '{"kind":"unlimited"}'::jsonb;--> statement-breakpoint
CREATE INDEX "incentive_grants_given" ON "incentive_grants" USING btree ("tenant_id","incentive_id","at");--> statement-breakpoint
CREATE INDEX "incentive_grants_open" ON "incentive_grants" USING btree ("tenant_id","incentive_id") WHERE settlement is null;--> statement-breakpoint
CREATE UNIQUE INDEX "segments_name" ON "segments" USING btree ("tenant_id","name") WHERE archived_at is null;