CREATE TABLE "template_drafts" (
	"tenant_id" text NOT NULL,
	"template_id" text NOT NULL,
	"document" jsonb NOT NULL,
	"revision" integer NOT NULL,
	"saved_by" text,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "template_drafts_tenant_id_template_id_pk" PRIMARY KEY("tenant_id","template_id")
);
--> statement-breakpoint
CREATE TABLE "template_versions" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"template_id" text NOT NULL,
	"number" integer NOT NULL,
	"document" jsonb NOT NULL,
	"restores" integer,
	"published_by" text,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "template_versions_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "templates" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"created_by" text,
	"created_at" timestamp with time zone NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "templates_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "template_version_id" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "template_fault" text;--> statement-breakpoint
CREATE UNIQUE INDEX "template_versions_number" ON "template_versions" USING btree ("tenant_id","template_id","number");--> statement-breakpoint
CREATE INDEX "templates_name" ON "templates" USING btree ("tenant_id","name");