CREATE TABLE "draft_assignments" (
	"tenant_id" text NOT NULL,
	"decision_id" text NOT NULL,
	"member_id" text,
	"by_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "draft_assignments_tenant_id_decision_id_pk" PRIMARY KEY("tenant_id","decision_id")
);
--> statement-breakpoint
CREATE TABLE "draft_comments" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"decision_id" text NOT NULL,
	"by_id" text NOT NULL,
	"text" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "draft_comments_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "draft_views" (
	"tenant_id" text NOT NULL,
	"draft_id" text NOT NULL,
	"member_id" text NOT NULL,
	"first_at" timestamp with time zone NOT NULL,
	"last_at" timestamp with time zone NOT NULL,
	CONSTRAINT "draft_views_tenant_id_draft_id_member_id_pk" PRIMARY KEY("tenant_id","draft_id","member_id")
);
--> statement-breakpoint
DROP INDEX "drafts_waiting";--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "holds" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "approvals_needed" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "pinned" jsonb;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "place" text;--> statement-breakpoint
CREATE INDEX "draft_assignments_at" ON "draft_assignments" USING btree ("tenant_id","at");--> statement-breakpoint
CREATE INDEX "draft_comments_decision" ON "draft_comments" USING btree ("tenant_id","decision_id","at");--> statement-breakpoint
CREATE INDEX "drafts_held" ON "drafts" USING btree ("tenant_id","created_at","id") WHERE place = 'held';--> statement-breakpoint
CREATE INDEX "reviews_at" ON "reviews" USING btree ("tenant_id","at","draft_id");--> statement-breakpoint
CREATE INDEX "drafts_waiting" ON "drafts" USING btree ("tenant_id",coalesce(review_due_at, created_at),"id") WHERE place = 'waiting';--> statement-breakpoint
-- Whether a draft waits for a person: it is held, its enrollment runs, and people have neither decided nor approved often enough.
CREATE FUNCTION draft_waits(draft drafts) RETURNS boolean LANGUAGE sql STABLE AS $$
	SELECT draft.chosen AND draft.held_reason IS NOT NULL
		AND NOT EXISTS (SELECT FROM decisions d JOIN enrollments e ON e.tenant_id = d.tenant_id AND e.id = d.enrollment_id
			WHERE d.tenant_id = draft.tenant_id AND d.id = draft.decision_id AND e.closed_at IS NOT NULL)
		AND NOT EXISTS (SELECT FROM reviews r WHERE r.tenant_id = draft.tenant_id AND r.draft_id = draft.id
			AND (r.verdict <> 'approved' OR r.by_kind = 'policy'))
		AND draft.approvals_needed > (SELECT count(DISTINCT r.by_id) FROM reviews r
			WHERE r.tenant_id = draft.tenant_id AND r.draft_id = draft.id AND r.verdict = 'approved')
$$;
--> statement-breakpoint
-- The enrollment is locked first: one that is being closed is seen closed, or its closing sees the draft.
CREATE FUNCTION place_new_draft() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF new.held_reason IS NOT NULL AND cardinality(new.holds) = 0 THEN
		new.holds := ARRAY[new.held_reason];
	END IF;
	IF new.chosen AND new.held_reason IS NOT NULL AND new.place IS NULL THEN
		PERFORM FROM enrollments e JOIN decisions d ON d.tenant_id = e.tenant_id AND d.enrollment_id = e.id
			WHERE d.tenant_id = new.tenant_id AND d.id = new.decision_id FOR NO KEY UPDATE OF e;
		new.place := CASE WHEN draft_waits(new) THEN 'waiting' END;
	END IF;
	RETURN new;
END $$;
--> statement-breakpoint
-- Locked before it is judged, so that of two verdicts at once the second sees the first.
CREATE FUNCTION place_reviewed_draft() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE reviewed record := coalesce(new, old);
BEGIN
	PERFORM FROM drafts d WHERE d.tenant_id = reviewed.tenant_id AND d.id = reviewed.draft_id FOR NO KEY UPDATE;
	UPDATE drafts d SET place = CASE WHEN draft_waits(d) THEN 'waiting' END
		WHERE d.tenant_id = reviewed.tenant_id AND d.id = reviewed.draft_id
			AND d.place IS DISTINCT FROM CASE WHEN draft_waits(d) THEN 'waiting' END;
	RETURN NULL;
END $$;
--> statement-breakpoint
-- What ends an enrollment ends the waiting of its drafts. A message that was taken back outlives the last step.
CREATE FUNCTION place_closed_drafts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	UPDATE drafts SET place = NULL FROM decisions d
		WHERE d.tenant_id = new.tenant_id AND d.enrollment_id = new.id
			AND drafts.tenant_id = d.tenant_id AND drafts.decision_id = d.id AND drafts.place IS NOT NULL
			AND NOT (drafts.place = 'held' AND new.close_reason = 'finished');
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER drafts_place BEFORE INSERT ON drafts FOR EACH ROW EXECUTE FUNCTION place_new_draft();
--> statement-breakpoint
CREATE TRIGGER reviews_place AFTER INSERT OR DELETE ON reviews FOR EACH ROW EXECUTE FUNCTION place_reviewed_draft();
--> statement-breakpoint
CREATE TRIGGER enrollments_place AFTER UPDATE OF closed_at ON enrollments
	FOR EACH ROW WHEN (old.closed_at IS NULL AND new.closed_at IS NOT NULL) EXECUTE FUNCTION place_closed_drafts();
--> statement-breakpoint
CREATE TRIGGER enrollments_place_new AFTER INSERT ON enrollments
	FOR EACH ROW WHEN (new.closed_at IS NOT NULL) EXECUTE FUNCTION place_closed_drafts();
--> statement-breakpoint
ALTER TABLE "drafts" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "decisions" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "enrollments" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "reviews" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE drafts SET holds = ARRAY[held_reason], place = CASE WHEN draft_waits(drafts) THEN 'waiting' END
	WHERE held_reason IS NOT NULL;
