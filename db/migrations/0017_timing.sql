CREATE TABLE "cohort_hours" (
	"tenant_id" text NOT NULL,
	"cohort" text NOT NULL,
	"hour" smallint NOT NULL,
	"acts" integer NOT NULL,
	CONSTRAINT "cohort_hours_tenant_id_cohort_hour_pk" PRIMARY KEY("tenant_id","cohort","hour")
);
--> statement-breakpoint
CREATE TABLE "contact_hours" (
	"tenant_id" text NOT NULL,
	"contact_id" text NOT NULL,
	"cohort" text NOT NULL,
	"acts" integer[] NOT NULL,
	CONSTRAINT "contact_hours_tenant_id_contact_id_pk" PRIMARY KEY("tenant_id","contact_id")
);
--> statement-breakpoint
ALTER TABLE "policies" ADD COLUMN "send_rules" jsonb DEFAULT '{"email":null,"sms":null,"push":null,"whatsapp":null}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "policies" ADD COLUMN "frequency_caps" jsonb DEFAULT '[{"messages":1,"hours":12}]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "policies" ADD COLUMN "back_on_site" jsonb;--> statement-breakpoint
ALTER TABLE "policies" ADD COLUMN "best_hour" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "shops" ADD COLUMN "time_zone" text;--> statement-breakpoint
ALTER TABLE "enrollments" ADD COLUMN "superseded_by" text;--> statement-breakpoint
ALTER TABLE "sequences" ADD COLUMN "priority" integer DEFAULT 1000000 NOT NULL;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "by_sequence_id" text;--> statement-breakpoint
-- The one window and the one cap become rules of every channel and a list, and mean what they meant. Row security is forced
-- again after each migration.
ALTER TABLE "policies" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "policies" p SET "send_rules" = jsonb_build_object('email', r.rules, 'sms', r.rules, 'push', r.rules, 'whatsapp', r.rules)
	FROM (SELECT q."tenant_id", jsonb_build_object('quiet', null, 'days', jsonb_build_object(
			'mon', s.span, 'tue', s.span, 'wed', s.span, 'thu', s.span, 'fri', s.span, 'sat', s.span, 'sun', s.span)) AS rules
		FROM "policies" q CROSS JOIN LATERAL (SELECT jsonb_build_object(
			'from', (q."send_window" ->> 'fromHour')::int * 60, 'to', (q."send_window" ->> 'toHour')::int * 60) AS span) s
		WHERE jsonb_typeof(q."send_window") = 'object') r
	WHERE r."tenant_id" = p."tenant_id";--> statement-breakpoint
UPDATE "policies" SET "frequency_caps" = CASE WHEN jsonb_typeof("frequency_cap") = 'object'
	THEN jsonb_build_array("frequency_cap") ELSE '[]'::jsonb END;--> statement-breakpoint
ALTER TABLE "policies" DROP COLUMN "send_window";--> statement-breakpoint
ALTER TABLE "policies" DROP COLUMN "frequency_cap";
