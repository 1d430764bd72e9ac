CREATE TABLE "dry_run_carts" (
	"tenant_id" text NOT NULL,
	"dry_run_id" text NOT NULL,
	"cart_id" text NOT NULL,
	"contact_id" text NOT NULL,
	"abandoned_at" timestamp with time zone NOT NULL,
	"outcome" text NOT NULL,
	"arm" text,
	"messages" integer NOT NULL,
	"ended" text,
	CONSTRAINT "dry_run_carts_tenant_id_dry_run_id_abandoned_at_cart_id_pk" PRIMARY KEY("tenant_id","dry_run_id","abandoned_at","cart_id")
);
--> statement-breakpoint
CREATE TABLE "dry_runs" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"sequence_id" text NOT NULL,
	"version_id" text,
	"graph" jsonb NOT NULL,
	"from_at" timestamp with time zone NOT NULL,
	"to_at" timestamp with time zone NOT NULL,
	"status" text NOT NULL,
	"carts" integer NOT NULL,
	"cursor" text NOT NULL,
	"tally" jsonb NOT NULL,
	"started_by" text,
	"started_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "dry_runs_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE INDEX "dry_runs_sequence" ON "dry_runs" USING btree ("tenant_id","sequence_id","id");