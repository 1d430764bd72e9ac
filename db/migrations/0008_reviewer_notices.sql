CREATE TABLE "digests" (
	"tenant_id" text NOT NULL,
	"member_id" text NOT NULL,
	"occasion" text NOT NULL,
	"mail_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "digests_tenant_id_member_id_occasion_pk" PRIMARY KEY("tenant_id","member_id","occasion")
);
--> statement-breakpoint
CREATE TABLE "review_webhooks" (
	"tenant_id" text PRIMARY KEY NOT NULL,
	"url" text NOT NULL,
	"secret_encrypted" text NOT NULL,
	"told_count" integer DEFAULT 0 NOT NULL,
	"told_at" timestamp with time zone,
	"outcome" text
);
--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "digest" text DEFAULT 'daily' NOT NULL;