DROP INDEX "conversations_subject";--> statement-breakpoint
ALTER TABLE "inbound_mails" ADD COLUMN "subject_key" text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX "conversations_with" ON "conversations" USING btree ("tenant_id","mailbox_id","with_address");--> statement-breakpoint
CREATE INDEX "inbound_mails_answers" ON "inbound_mails" USING btree ("tenant_id","answers_id");