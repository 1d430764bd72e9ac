CREATE TABLE "demotions" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"sequence_id" text NOT NULL,
	"step_id" text NOT NULL,
	"reason" text NOT NULL,
	"share" real NOT NULL,
	"of_count" real NOT NULL,
	"limit_share" real NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"lifted_by_id" text,
	"lifted_at" timestamp with time zone,
	CONSTRAINT "demotions_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "oversight_moves" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"sequence_id" text NOT NULL,
	"version_id" text,
	"step_id" text,
	"mode" text,
	"by_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "oversight_moves_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "pattern_stops" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"pattern" text NOT NULL,
	"reason" text NOT NULL,
	"by_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"resumed_by_id" text,
	"resumed_at" timestamp with time zone,
	CONSTRAINT "pattern_stops_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
DROP INDEX "reviews_draft";--> statement-breakpoint
ALTER TABLE "reviews" ALTER COLUMN "verdict" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "policies" ADD COLUMN "always_review" jsonb DEFAULT '{"firstOfVersion":0,"incentiveAbovePercent":null,"cartAbove":[],"findings":false,"confidenceBelow":null,"vip":false,"newLanguage":false}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "policies" ADD COLUMN "sample_percent" integer DEFAULT 2 NOT NULL;--> statement-breakpoint
ALTER TABLE "policies" ADD COLUMN "second_approver" jsonb DEFAULT '{"incentiveAbovePercent":null,"cartAbove":[]}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "policies" ADD COLUMN "demotion" jsonb DEFAULT '{"atLeastReviews":10,"rejectedShare":0.1,"editedShare":0.3,"atLeastSent":200,"complaintShare":0.003}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "sampled" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "at_deadline" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "retaken" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "seq" bigint NOT NULL GENERATED ALWAYS AS IDENTITY (sequence name "reviews_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1);--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "kind" text;--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "via_key_id" text;--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "changes" jsonb;--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "sequence_id" text;--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "version_id" text;--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "step_id" text;--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "language" text;--> statement-breakpoint
CREATE UNIQUE INDEX "demotions_open" ON "demotions" USING btree ("tenant_id","sequence_id","step_id") WHERE lifted_at is null;--> statement-breakpoint
CREATE INDEX "oversight_moves_sequence" ON "oversight_moves" USING btree ("tenant_id","sequence_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "pattern_stops_open" ON "pattern_stops" USING btree ("tenant_id","pattern") WHERE resumed_at is null;--> statement-breakpoint
CREATE INDEX "reviews_step" ON "reviews" USING btree ("tenant_id","sequence_id","step_id","at");--> statement-breakpoint
CREATE INDEX "reviews_draft" ON "reviews" USING btree ("tenant_id","draft_id","seq");--> statement-breakpoint
-- What was held as "flagged" was held for its findings.
ALTER TABLE "drafts" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "reviews" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "decisions" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "enrollments" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "messages" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "policies" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "sequence_versions" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "drafts" SET "held_reason" = 'finding' WHERE "held_reason" = 'flagged';--> statement-breakpoint
UPDATE "drafts" SET "holds" = array_replace("holds", 'flagged', 'finding') WHERE 'flagged' = ANY ("holds");--> statement-breakpoint
UPDATE "drafts" SET "at_deadline" = CASE WHEN "held_reason" = 'expired_fallback' THEN 'drop' ELSE p."deadline_action" END
	FROM "policies" p WHERE p."tenant_id" = "drafts"."tenant_id" AND "drafts"."chosen";--> statement-breakpoint
-- A verdict becomes the act that gave it, with the step that it was given on.
UPDATE "reviews" SET "kind" = CASE WHEN "verdict" = 'expired' THEN 'deadline_passed'
	WHEN "verdict" = 'approved' AND "by_kind" = 'policy' THEN 'passed' ELSE "verdict" END;--> statement-breakpoint
ALTER TABLE "reviews" ALTER COLUMN "kind" SET NOT NULL;--> statement-breakpoint
UPDATE "reviews" SET "sequence_id" = e."sequence_id", "version_id" = e."version_id",
		"step_id" = v."steps" -> d."position" ->> 'id', "language" = w."language"
	FROM "drafts" w
	JOIN "decisions" d ON d."tenant_id" = w."tenant_id" AND d."id" = w."decision_id"
	JOIN "enrollments" e ON e."tenant_id" = d."tenant_id" AND e."id" = d."enrollment_id"
	LEFT JOIN "sequence_versions" v ON v."tenant_id" = e."tenant_id" AND v."id" = e."version_id"
	WHERE w."tenant_id" = "reviews"."tenant_id" AND w."id" = "reviews"."draft_id";--> statement-breakpoint
-- Until now an edit was its own approval, and where it says so it stays one: the policy let those words go.
INSERT INTO "reviews" ("tenant_id", "id", "draft_id", "kind", "verdict", "by_kind", "words_hash", "sequence_id", "version_id", "step_id", "language", "at")
	SELECT r."tenant_id", r."id" || '.passed', w."id", 'passed', 'approved', 'policy', w."words_hash", r."sequence_id", r."version_id", r."step_id", r."language", r."at"
	FROM "reviews" r JOIN "drafts" w ON w."tenant_id" = r."tenant_id" AND w."id" = r."edited_draft_id"
	WHERE w."held_reason" IS NULL;--> statement-breakpoint
UPDATE "messages" SET "retaken" = true WHERE "status" = 'sending' AND "attempts" > 1;
