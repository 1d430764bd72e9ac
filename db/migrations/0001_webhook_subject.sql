ALTER TABLE "webhook_events" ADD COLUMN "subject_id" text;--> statement-breakpoint
CREATE INDEX "webhook_events_subject" ON "webhook_events" USING btree ("tenant_id","subject_id","received_at");