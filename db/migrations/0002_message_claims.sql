CREATE INDEX "messages_id" ON "messages" USING btree ("id");--> statement-breakpoint
CREATE INDEX "messages_claim" ON "messages" USING btree ("claim") WHERE status = 'sending';
