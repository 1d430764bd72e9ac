CREATE TABLE "allocation_weights" (
	"tenant_id" text NOT NULL,
	"experiment_id" text NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"weights" jsonb NOT NULL,
	"ranges" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "allocation_weights_tenant_id_experiment_id_number_pk" PRIMARY KEY("tenant_id","experiment_id","number")
);--> statement-breakpoint
CREATE TABLE "enrollment_arms" (
	"tenant_id" text NOT NULL,
	"enrollment_id" text NOT NULL,
	"experiment_id" text NOT NULL,
	"arm" text NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"ask_again_at" timestamp with time zone,
	CONSTRAINT "enrollment_arms_tenant_id_enrollment_id_experiment_id_pk" PRIMARY KEY("tenant_id","enrollment_id","experiment_id")
);--> statement-breakpoint
CREATE TABLE "experiment_acts" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"experiment_id" text NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "experiment_acts_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"by_kind" text NOT NULL,
	"by_id" text,
	"reason" text,
	"change" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "experiment_acts_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);--> statement-breakpoint
CREATE TABLE "experiment_looks" (
	"tenant_id" text NOT NULL,
	"experiment_id" text NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"analysis" jsonb NOT NULL,
	CONSTRAINT "experiment_looks_tenant_id_experiment_id_kind_pk" PRIMARY KEY("tenant_id","experiment_id","kind")
);--> statement-breakpoint
CREATE TABLE "exposures" (
	"tenant_id" text NOT NULL,
	"experiment_id" text NOT NULL,
	"contact_id" text NOT NULL,
	"arm" text NOT NULL,
	"enrollment_id" text NOT NULL,
	"step_id" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "exposures_tenant_id_experiment_id_contact_id_pk" PRIMARY KEY("tenant_id","experiment_id","contact_id")
);--> statement-breakpoint
ALTER TABLE "assignments" ADD COLUMN "weights_number" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "assignments" ADD COLUMN "probability" double precision;--> statement-breakpoint
ALTER TABLE "assignments" ADD COLUMN "spent_before" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "experiments" ADD COLUMN "plan" jsonb;--> statement-breakpoint
ALTER TABLE "experiments" ADD COLUMN "ends_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "experiments" ADD COLUMN "created_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "enrollment_arms_experiment" ON "enrollment_arms" USING btree ("tenant_id","experiment_id");--> statement-breakpoint
CREATE INDEX "enrollment_arms_ask" ON "enrollment_arms" USING btree ("ask_again_at") WHERE ask_again_at is not null;--> statement-breakpoint
CREATE INDEX "experiment_acts_experiment" ON "experiment_acts" USING btree ("tenant_id","experiment_id","seq");--> statement-breakpoint
ALTER TABLE "tenants" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "experiments" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "assignments" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "enrollments" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "experiments" SET "created_at" = "started_at",
	"arms" = (SELECT jsonb_agg(a.arm || '{"change": null}'::jsonb ORDER BY a.place)
		FROM jsonb_array_elements("arms") WITH ORDINALITY AS a(arm, place)),
	"plan" = jsonb_build_object('metric', 'recovered_orders', 'scale', 'relative', 'minimumEffect', 0.2, 'alpha', 0.05,
		'power', 0.8, 'winsorise', 0.99, 'cuped', true, 'watchDays', 14, 'marginPercent', null,
		'currency', (SELECT t."currency" FROM "tenants" t WHERE t."tenant_id" = "experiments"."tenant_id"),
		'promotion', '{"kind": "never"}'::jsonb, 'allocation', '{"kind": "fixed"}'::jsonb,
		'guardrails', '[{"metric": "unsubscribe_rate", "direction": "no_higher", "limit": 0.01},
			{"metric": "complaint_rate", "direction": "no_higher", "limit": 0.001},
			{"metric": "refund_rate", "direction": "no_higher", "limit": 0.02}]'::jsonb);--> statement-breakpoint
ALTER TABLE "experiments" ALTER COLUMN "created_at" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "experiments" ALTER COLUMN "plan" SET NOT NULL;--> statement-breakpoint
INSERT INTO "experiment_acts" ("tenant_id", "id", "experiment_id", "kind", "by_kind", "at")
	SELECT "tenant_id", replace("id", 'exp_', 'xac_') || '_' || act."kind", "id", act."kind", 'policy', act."at"
	FROM "experiments" CROSS JOIN LATERAL (VALUES (1, 'created', "started_at"), (2, 'started', "started_at"), (3, 'stopped', "stopped_at"))
		AS act("place", "kind", "at") WHERE act."at" IS NOT NULL ORDER BY "tenant_id", "id", act."place";--> statement-breakpoint
UPDATE "assignments" SET "probability" = (SELECT (o.said ->> 'share')::float8
		/ nullif((SELECT sum((p.said ->> 'share')::float8) FROM jsonb_array_elements(e."arms") AS p(said)), 0)
	FROM "experiments" e CROSS JOIN LATERAL jsonb_array_elements(e."arms") AS o(said)
	WHERE e."tenant_id" = "assignments"."tenant_id" AND e."id" = "assignments"."experiment_id"
		AND o.said ->> 'name' = "assignments"."arm" LIMIT 1);--> statement-breakpoint
INSERT INTO "enrollment_arms" ("tenant_id", "enrollment_id", "experiment_id", "arm", "kind", "at")
	SELECT "tenant_id", "id", "experiment_id", "arm", "arm_kind", "started_at" FROM "enrollments"
	WHERE "experiment_id" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "experiments" DROP COLUMN "started_at";--> statement-breakpoint
ALTER TABLE "experiments" DROP COLUMN "stopped_at";
