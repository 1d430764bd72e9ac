-- What was rendered before answers had an address of their own is handed over as it was: with the brand's. Row security is
-- forced again after each migration.
ALTER TABLE "messages" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "brands" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "messages" m SET "reply_to" = b."reply_to" FROM "brands" b
	WHERE b."tenant_id" = m."tenant_id" AND b."reply_to" IS NOT NULL AND m."reply_to" IS NULL
		AND m."html" IS NOT NULL AND m."status" NOT IN ('sent', 'stopped', 'failed');
