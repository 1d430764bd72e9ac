CREATE TABLE "walk_places" (
	"tenant_id" text NOT NULL,
	"enrollment_id" text NOT NULL,
	"step_id" text,
	"started_at" timestamp with time zone NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"passed" integer NOT NULL,
	CONSTRAINT "walk_places_tenant_id_enrollment_id_pk" PRIMARY KEY("tenant_id","enrollment_id")
);
--> statement-breakpoint
CREATE TABLE "walk_steps" (
	"tenant_id" text NOT NULL,
	"enrollment_id" text NOT NULL,
	"ordinal" integer NOT NULL,
	"step_id" text,
	"kind" text NOT NULL,
	"outcome" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "walk_steps_tenant_id_enrollment_id_ordinal_pk" PRIMARY KEY("tenant_id","enrollment_id","ordinal")
);
--> statement-breakpoint
ALTER TABLE "sequence_versions" ADD COLUMN "graph" jsonb;