CREATE TABLE "sequence_drafts" (
	"tenant_id" text NOT NULL,
	"sequence_id" text NOT NULL,
	"graph" jsonb NOT NULL,
	"revision" integer NOT NULL,
	"saved_by" text,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sequence_drafts_tenant_id_sequence_id_pk" PRIMARY KEY("tenant_id","sequence_id")
);
