CREATE TABLE "answer_proposals" (
	"tenant_id" text NOT NULL,
	"mail_id" text NOT NULL,
	"conversation_id" text NOT NULL,
	"outcome" text NOT NULL,
	"letter_id" text,
	"brief" jsonb,
	"tries" jsonb,
	"input_tokens" integer DEFAULT 0 NOT NULL,
	"cached_input_tokens" integer DEFAULT 0 NOT NULL,
	"output_tokens" integer DEFAULT 0 NOT NULL,
	"cost_micros" bigint DEFAULT 0 NOT NULL,
	"cost_currency" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "answer_proposals_tenant_id_mail_id_pk" PRIMARY KEY("tenant_id","mail_id")
);
--> statement-breakpoint
CREATE INDEX "answer_proposals_conversation" ON "answer_proposals" USING btree ("tenant_id","conversation_id");--> statement-breakpoint
CREATE INDEX "answer_proposals_letter" ON "answer_proposals" USING btree ("tenant_id","letter_id");--> statement-breakpoint
CREATE INDEX "answer_proposals_spent" ON "answer_proposals" USING btree ("tenant_id","at") WHERE output_tokens > 0;