CREATE TABLE "rollup_arms" (
	"tenant_id" text NOT NULL,
	"currency" text NOT NULL,
	"arm_kind" text NOT NULL,
	"day" date NOT NULL,
	"prev_on" date NOT NULL,
	"enrolled" integer DEFAULT 0 NOT NULL,
	"ordered" integer DEFAULT 0 NOT NULL,
	"revenue" bigint DEFAULT 0 NOT NULL,
	"revenue_squares" numeric DEFAULT '0' NOT NULL,
	CONSTRAINT "rollup_arms_tenant_id_currency_arm_kind_day_prev_on_pk" PRIMARY KEY("tenant_id","currency","arm_kind","day","prev_on")
);
--> statement-breakpoint
CREATE TABLE "rollup_credit_steps" (
	"tenant_id" text NOT NULL,
	"currency" text NOT NULL,
	"day" date NOT NULL,
	"model" text NOT NULL,
	"fallback" text DEFAULT '' NOT NULL,
	"channel" text NOT NULL,
	"position" integer NOT NULL,
	"revenue" bigint DEFAULT 0 NOT NULL,
	"share" double precision DEFAULT 0 NOT NULL,
	CONSTRAINT "rollup_credit_steps_pk" PRIMARY KEY("tenant_id","currency","day","model","fallback","channel","position")
);
--> statement-breakpoint
CREATE TABLE "rollup_shoppers" (
	"tenant_id" text NOT NULL,
	"currency" text NOT NULL,
	"day" date NOT NULL,
	"returning" boolean NOT NULL,
	"band" bigint NOT NULL,
	"enrolled" integer DEFAULT 0 NOT NULL,
	"clicked" integer DEFAULT 0 NOT NULL,
	"recovered" integer DEFAULT 0 NOT NULL,
	"revenue" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "rollup_shoppers_tenant_id_currency_day_returning_band_pk" PRIMARY KEY("tenant_id","currency","day","returning","band")
);
--> statement-breakpoint
CREATE TABLE "rollup_steps" (
	"tenant_id" text NOT NULL,
	"currency" text NOT NULL,
	"day" date NOT NULL,
	"version_id" text NOT NULL,
	"position" integer NOT NULL,
	"incentive_id" text NOT NULL,
	"sent" integer DEFAULT 0 NOT NULL,
	"opened" integer DEFAULT 0 NOT NULL,
	"clicked" integer DEFAULT 0 NOT NULL,
	"recovered" integer DEFAULT 0 NOT NULL,
	"orders" integer DEFAULT 0 NOT NULL,
	"revenue" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "rollup_steps_pk" PRIMARY KEY("tenant_id","currency","day","version_id","position","incentive_id")
);
--> statement-breakpoint
ALTER TABLE "rollup_funnels" DROP CONSTRAINT "rollup_funnels_tenant_id_currency_day_sequence_id_arm_kind_pk";--> statement-breakpoint
ALTER TABLE "rollup_funnels" ADD COLUMN "version_id" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "rollup_funnels" ADD CONSTRAINT "rollup_funnels_tenant_id_currency_day_sequence_id_version_id_arm_kind_pk" PRIMARY KEY("tenant_id","currency","day","sequence_id","version_id","arm_kind");--> statement-breakpoint
ALTER TABLE "enrollment_facts" ADD COLUMN "version_id" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "enrollment_facts" ADD COLUMN "returning" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "enrollment_facts" ADD COLUMN "band" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "enrollment_facts" ADD COLUMN "prev_on" date;--> statement-breakpoint
ALTER TABLE "enrollment_facts" ADD COLUMN "spent_orders" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "enrollment_facts" ADD COLUMN "spent" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "message_facts" ADD COLUMN "version_id" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "message_facts" ADD COLUMN "position" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "message_facts" ADD COLUMN "incentive_id" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "rollup_states" ADD COLUMN "version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "rollup_states" ADD COLUMN "watch_days" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "rollup_states" ADD COLUMN "bands" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "rollup_states" ADD COLUMN "phase" text;--> statement-breakpoint
ALTER TABLE "rollup_states" ADD COLUMN "cursor" text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX "rollup_steps_version" ON "rollup_steps" USING btree ("tenant_id","version_id");--> statement-breakpoint
CREATE INDEX "carts_active" ON "carts" USING btree ("tenant_id","last_activity_at") WHERE abandoned_at is null and ordered_at is null and deleted_at is null and merged_into is null;--> statement-breakpoint
CREATE INDEX "carts_deleted" ON "carts" USING btree ("tenant_id","last_activity_at") WHERE deleted_at is not null;--> statement-breakpoint
CREATE INDEX "carts_merged" ON "carts" USING btree ("tenant_id","last_activity_at") WHERE merged_into is not null;--> statement-breakpoint
CREATE INDEX "carts_emptied" ON "carts" USING btree ("tenant_id","last_activity_at") WHERE jsonb_array_length(lines) = 0;--> statement-breakpoint
CREATE INDEX "messages_unsent" ON "messages" USING btree ("tenant_id","created_at") WHERE status <> 'sent';--> statement-breakpoint
CREATE INDEX "rollup_funnels_sequence" ON "rollup_funnels" USING btree ("tenant_id","sequence_id");--> statement-breakpoint
CREATE INDEX "enrollments_walking" ON "enrollments" USING btree ("tenant_id","sequence_id") WHERE closed_at is null and arm_kind = 'variant';--> statement-breakpoint
-- A fold of one enrollment counts all of its contact again: an order marks one of them, a changed contact one of either side.
CREATE OR REPLACE FUNCTION rollup_mark_enrollments() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF current_setting('app.rollups', true) = 'off' THEN RETURN NULL; END IF;
	IF tg_op = 'INSERT' THEN
		INSERT INTO rollup_marks (tenant_id, kind, subject_id) SELECT tenant_id, 'enrollment', id FROM new_rows;
	ELSE
		INSERT INTO rollup_marks (tenant_id, kind, subject_id)
		SELECT n.tenant_id, 'enrollment', n.id FROM new_rows n JOIN old_rows o ON o.tenant_id = n.tenant_id AND o.id = n.id
		WHERE (o.contact_id, o.cart_id, o.arm_kind, o.currency, o.started_at, o.abandoned_at, o.sequence_id, o.version_id, o.cart_total)
			IS DISTINCT FROM
			(n.contact_id, n.cart_id, n.arm_kind, n.currency, n.started_at, n.abandoned_at, n.sequence_id, n.version_id, n.cart_total);
		INSERT INTO rollup_marks (tenant_id, kind, subject_id)
		SELECT o.tenant_id, 'enrollment', stayed.id FROM new_rows n JOIN old_rows o ON o.tenant_id = n.tenant_id AND o.id = n.id
		CROSS JOIN LATERAL (SELECT e.id FROM enrollments e WHERE e.tenant_id = o.tenant_id AND e.contact_id = o.contact_id LIMIT 1) stayed
		WHERE o.contact_id <> n.contact_id;
	END IF;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION rollup_mark_orders() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF current_setting('app.rollups', true) = 'off' THEN RETURN NULL; END IF;
	WITH changed AS (
		SELECT n.tenant_id, n.id FROM new_rows n JOIN old_rows o ON o.tenant_id = n.tenant_id AND o.id = n.id
		WHERE (o.ordered_at, o.status, o.discount, o.discount_codes) IS DISTINCT FROM (n.ordered_at, n.status, n.discount, n.discount_codes)),
	theirs AS (
		SELECT DISTINCT n.tenant_id, whose.contact_id FROM new_rows n JOIN old_rows o ON o.tenant_id = n.tenant_id AND o.id = n.id
		CROSS JOIN LATERAL (VALUES (o.contact_id), (n.contact_id)) AS whose(contact_id)
		WHERE whose.contact_id IS NOT NULL AND (o.contact_id, o.ordered_at, o.status, o.currency, o.total, o.refunded)
			IS DISTINCT FROM (n.contact_id, n.ordered_at, n.status, n.currency, n.total, n.refunded))
	INSERT INTO rollup_marks (tenant_id, kind, subject_id)
	SELECT l.tenant_id, 'cart', l.cart_id FROM changed c JOIN order_carts l ON l.tenant_id = c.tenant_id AND l.order_id = c.id
	UNION SELECT v.tenant_id, 'message', v.message_id FROM changed c JOIN conversions v ON v.tenant_id = c.tenant_id AND v.order_id = c.id
		WHERE v.model = 'last_click' AND v.message_id IS NOT NULL
	UNION SELECT t.tenant_id, 'enrollment', one.id FROM theirs t
		CROSS JOIN LATERAL (SELECT e.id FROM enrollments e WHERE e.tenant_id = t.tenant_id AND e.contact_id = t.contact_id LIMIT 1) one;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION rollup_mark_new_orders() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF current_setting('app.rollups', true) = 'off' THEN RETURN NULL; END IF;
	INSERT INTO rollup_marks (tenant_id, kind, subject_id)
	SELECT t.tenant_id, 'enrollment', one.id FROM (SELECT DISTINCT tenant_id, contact_id FROM new_rows WHERE contact_id IS NOT NULL) t
	CROSS JOIN LATERAL (SELECT e.id FROM enrollments e WHERE e.tenant_id = t.tenant_id AND e.contact_id = t.contact_id LIMIT 1) one;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER orders_marked_new AFTER INSERT ON orders
	REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION rollup_mark_new_orders();
