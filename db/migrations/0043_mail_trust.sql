CREATE TABLE "domain_checks" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"domain" text NOT NULL,
	"standing" text NOT NULL,
	"report" jsonb NOT NULL,
	"checked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "domain_checks_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "sender_domains" (
	"tenant_id" text NOT NULL,
	"domain" text NOT NULL,
	"selectors" text[] DEFAULT '{}'::text[] NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sender_domains_tenant_id_domain_pk" PRIMARY KEY("tenant_id","domain")
);
--> statement-breakpoint
ALTER TABLE "inbound_mails" ADD COLUMN "authenticity" text DEFAULT 'not_known' NOT NULL;--> statement-breakpoint
ALTER TABLE "inbound_mails" ADD COLUMN "proofs" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "mail_arrivals" ADD COLUMN "peer_address" text;--> statement-breakpoint
ALTER TABLE "mail_arrivals" ADD COLUMN "peer_name" text;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "written" text;--> statement-breakpoint
CREATE INDEX "domain_checks_domain" ON "domain_checks" USING btree ("tenant_id","domain","checked_at","id");