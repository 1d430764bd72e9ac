CREATE TABLE "system_mail_pictures" (
	"tenant_id" text NOT NULL,
	"mail_id" text NOT NULL,
	"name" text NOT NULL,
	"png" "bytea" NOT NULL,
	CONSTRAINT "system_mail_pictures_tenant_id_mail_id_name_pk" PRIMARY KEY("tenant_id","mail_id","name")
);
--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "report" text DEFAULT 'off' NOT NULL;--> statement-breakpoint
ALTER TABLE "policies" ADD COLUMN "reporting_currency" text;