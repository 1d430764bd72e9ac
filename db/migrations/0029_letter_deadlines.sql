CREATE TABLE "upgrade_requests" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"key_id" text NOT NULL,
	"asked_by" text NOT NULL,
	"wants" jsonb NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"applied_at" timestamp with time zone,
	CONSTRAINT "upgrade_requests_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "review_due_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "upgrade_requests_key" ON "upgrade_requests" USING btree ("tenant_id","key_id","created_at");--> statement-breakpoint
CREATE INDEX "letters_review_due" ON "letters" USING btree ("review_due_at") WHERE status = 'pending_approval';