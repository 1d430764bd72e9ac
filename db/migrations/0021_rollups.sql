CREATE TABLE "enrollment_facts" (
	"tenant_id" text NOT NULL,
	"enrollment_id" text NOT NULL,
	"sequence_id" text NOT NULL,
	"currency" text NOT NULL,
	"arm_kind" text NOT NULL,
	"enrolled_on" date NOT NULL,
	"first_week" date NOT NULL,
	"first" boolean NOT NULL,
	"sent" boolean NOT NULL,
	"delivered" boolean NOT NULL,
	"clicked" boolean NOT NULL,
	"recovered_on" date,
	"recovered_bin" smallint,
	"ordered" boolean NOT NULL,
	"ordered_bin" smallint,
	"revenue" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "enrollment_facts_tenant_id_enrollment_id_pk" PRIMARY KEY("tenant_id","enrollment_id")
);
--> statement-breakpoint
CREATE TABLE "exchange_rates" (
	"tenant_id" text NOT NULL,
	"currency" text NOT NULL,
	"reporting_currency" text NOT NULL,
	"day" date NOT NULL,
	"rate" double precision NOT NULL,
	CONSTRAINT "exchange_rates_tenant_id_reporting_currency_currency_day_pk" PRIMARY KEY("tenant_id","reporting_currency","currency","day")
);
--> statement-breakpoint
CREATE TABLE "message_facts" (
	"tenant_id" text NOT NULL,
	"message_id" text NOT NULL,
	"enrollment_id" text NOT NULL,
	"currency" text NOT NULL,
	"codes" integer[] DEFAULT '{}'::integer[] NOT NULL,
	"products" integer[] DEFAULT '{}'::integer[] NOT NULL,
	"sent_on" date,
	"delivered_on" date,
	"opened_on" date,
	"clicked_on" date,
	"machine_clicked_on" date,
	"bounced_on" date,
	"unsubscribed_on" date,
	"complained_on" date,
	"orders" integer DEFAULT 0 NOT NULL,
	"revenue" bigint DEFAULT 0 NOT NULL,
	"discount" bigint DEFAULT 0 NOT NULL,
	"cost_micros" bigint DEFAULT 0 NOT NULL,
	"cost_currency" text,
	CONSTRAINT "message_facts_tenant_id_message_id_pk" PRIMARY KEY("tenant_id","message_id")
);
--> statement-breakpoint
CREATE TABLE "rollup_cells" (
	"tenant_id" text NOT NULL,
	"pair" smallint NOT NULL,
	"currency" text NOT NULL,
	"grain" text NOT NULL,
	"span" date NOT NULL,
	"a" integer NOT NULL,
	"b" integer NOT NULL,
	"sent" integer DEFAULT 0 NOT NULL,
	"delivered" integer DEFAULT 0 NOT NULL,
	"opened" integer DEFAULT 0 NOT NULL,
	"clicked" integer DEFAULT 0 NOT NULL,
	"machine_clicked" integer DEFAULT 0 NOT NULL,
	"bounced" integer DEFAULT 0 NOT NULL,
	"unsubscribed" integer DEFAULT 0 NOT NULL,
	"complained" integer DEFAULT 0 NOT NULL,
	"orders" integer DEFAULT 0 NOT NULL,
	"revenue" bigint DEFAULT 0 NOT NULL,
	"discount" bigint DEFAULT 0 NOT NULL,
	"cost_micros" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "rollup_cells_tenant_id_pair_currency_grain_span_a_b_pk" PRIMARY KEY("tenant_id","pair","currency","grain","span","a","b")
);
--> statement-breakpoint
CREATE TABLE "rollup_cohorts" (
	"tenant_id" text NOT NULL,
	"currency" text NOT NULL,
	"week" date NOT NULL,
	"weeks_later" smallint NOT NULL,
	"contacts" integer DEFAULT 0 NOT NULL,
	"enrolled" integer DEFAULT 0 NOT NULL,
	"recovered" integer DEFAULT 0 NOT NULL,
	"revenue" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "rollup_cohorts_tenant_id_currency_week_weeks_later_pk" PRIMARY KEY("tenant_id","currency","week","weeks_later")
);
--> statement-breakpoint
CREATE TABLE "rollup_costs" (
	"tenant_id" text NOT NULL,
	"currency" text NOT NULL,
	"day" date NOT NULL,
	"drafts" integer DEFAULT 0 NOT NULL,
	"tokens" bigint DEFAULT 0 NOT NULL,
	"cost_micros" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "rollup_costs_tenant_id_currency_day_pk" PRIMARY KEY("tenant_id","currency","day")
);
--> statement-breakpoint
CREATE TABLE "rollup_credits" (
	"tenant_id" text NOT NULL,
	"currency" text NOT NULL,
	"day" date NOT NULL,
	"model" text NOT NULL,
	"orders" integer DEFAULT 0 NOT NULL,
	"organic" integer DEFAULT 0 NOT NULL,
	"revenue" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "rollup_credits_tenant_id_currency_day_model_pk" PRIMARY KEY("tenant_id","currency","day","model")
);
--> statement-breakpoint
CREATE TABLE "rollup_days" (
	"tenant_id" text NOT NULL,
	"currency" text NOT NULL,
	"day" date NOT NULL,
	"enrolled" integer DEFAULT 0 NOT NULL,
	"holdout" integer DEFAULT 0 NOT NULL,
	"sent" integer DEFAULT 0 NOT NULL,
	"delivered" integer DEFAULT 0 NOT NULL,
	"opened" integer DEFAULT 0 NOT NULL,
	"clicked" integer DEFAULT 0 NOT NULL,
	"machine_clicked" integer DEFAULT 0 NOT NULL,
	"bounced" integer DEFAULT 0 NOT NULL,
	"unsubscribed" integer DEFAULT 0 NOT NULL,
	"complained" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "rollup_days_tenant_id_currency_day_pk" PRIMARY KEY("tenant_id","currency","day")
);
--> statement-breakpoint
CREATE TABLE "rollup_deltas" (
	"tenant_id" text NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "rollup_deltas_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"day" date NOT NULL,
	"currency" text NOT NULL,
	"codes" integer[] DEFAULT '{}'::integer[] NOT NULL,
	"products" integer[] DEFAULT '{}'::integer[] NOT NULL,
	"sent" integer DEFAULT 0 NOT NULL,
	"delivered" integer DEFAULT 0 NOT NULL,
	"opened" integer DEFAULT 0 NOT NULL,
	"clicked" integer DEFAULT 0 NOT NULL,
	"machine_clicked" integer DEFAULT 0 NOT NULL,
	"bounced" integer DEFAULT 0 NOT NULL,
	"unsubscribed" integer DEFAULT 0 NOT NULL,
	"complained" integer DEFAULT 0 NOT NULL,
	"orders" integer DEFAULT 0 NOT NULL,
	"revenue" bigint DEFAULT 0 NOT NULL,
	"discount" bigint DEFAULT 0 NOT NULL,
	"cost_micros" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "rollup_deltas_tenant_id_seq_pk" PRIMARY KEY("tenant_id","seq")
);
--> statement-breakpoint
CREATE TABLE "rollup_funnels" (
	"tenant_id" text NOT NULL,
	"currency" text NOT NULL,
	"day" date NOT NULL,
	"sequence_id" text NOT NULL,
	"arm_kind" text NOT NULL,
	"enrolled" integer DEFAULT 0 NOT NULL,
	"sent" integer DEFAULT 0 NOT NULL,
	"delivered" integer DEFAULT 0 NOT NULL,
	"clicked" integer DEFAULT 0 NOT NULL,
	"recovered" integer DEFAULT 0 NOT NULL,
	"ordered" integer DEFAULT 0 NOT NULL,
	"revenue" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "rollup_funnels_tenant_id_currency_day_sequence_id_arm_kind_pk" PRIMARY KEY("tenant_id","currency","day","sequence_id","arm_kind")
);
--> statement-breakpoint
CREATE TABLE "rollup_marks" (
	"tenant_id" text NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "rollup_marks_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"subject_id" text,
	"at" timestamp with time zone,
	CONSTRAINT "rollup_marks_tenant_id_seq_pk" PRIMARY KEY("tenant_id","seq")
);
--> statement-breakpoint
CREATE TABLE "rollup_states" (
	"tenant_id" text PRIMARY KEY NOT NULL,
	"time_zone" text NOT NULL,
	"rebuilding_since" timestamp with time zone,
	"rebuilt_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "rollup_survival" (
	"tenant_id" text NOT NULL,
	"currency" text NOT NULL,
	"day" date NOT NULL,
	"arm_kind" text NOT NULL,
	"bin" smallint NOT NULL,
	"recovered" integer DEFAULT 0 NOT NULL,
	"ordered" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "rollup_survival_tenant_id_currency_day_arm_kind_bin_pk" PRIMARY KEY("tenant_id","currency","day","arm_kind","bin")
);
--> statement-breakpoint
CREATE TABLE "rollup_values" (
	"tenant_id" text NOT NULL,
	"code" integer GENERATED ALWAYS AS IDENTITY (sequence name "rollup_values_code_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"dimension" text NOT NULL,
	"value" text NOT NULL,
	CONSTRAINT "rollup_values_tenant_id_code_pk" PRIMARY KEY("tenant_id","code")
);
--> statement-breakpoint
CREATE INDEX "enrollment_facts_enrolled" ON "enrollment_facts" USING btree ("tenant_id","enrolled_on","enrollment_id");--> statement-breakpoint
CREATE INDEX "message_facts_sent" ON "message_facts" USING btree ("tenant_id","sent_on","message_id");--> statement-breakpoint
CREATE INDEX "message_facts_clicked" ON "message_facts" USING btree ("tenant_id","clicked_on","message_id") WHERE clicked_on is not null;--> statement-breakpoint
CREATE INDEX "message_facts_machine" ON "message_facts" USING btree ("tenant_id","machine_clicked_on","message_id") WHERE machine_clicked_on is not null;--> statement-breakpoint
CREATE INDEX "message_facts_bounced" ON "message_facts" USING btree ("tenant_id","bounced_on","message_id") WHERE bounced_on is not null;--> statement-breakpoint
CREATE INDEX "message_facts_unsubscribed" ON "message_facts" USING btree ("tenant_id","unsubscribed_on","message_id") WHERE unsubscribed_on is not null;--> statement-breakpoint
CREATE INDEX "message_facts_complained" ON "message_facts" USING btree ("tenant_id","complained_on","message_id") WHERE complained_on is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "rollup_values_value" ON "rollup_values" USING btree ("tenant_id","dimension","value");--> statement-breakpoint
CREATE INDEX "suppressions_message" ON "suppressions" USING btree ("tenant_id","message_id") WHERE message_id is not null;--> statement-breakpoint
-- Whatever the rollups are sums of marks itself in its own transaction, by whatever path it is written. One statement of ours
-- writes the marks of one statement of theirs. A program that writes millions and has the sums made anew sets app.rollups to off.
CREATE FUNCTION rollup_mark_messages() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF current_setting('app.rollups', true) = 'off' THEN RETURN NULL; END IF;
	IF tg_op = 'INSERT' THEN
		INSERT INTO rollup_marks (tenant_id, kind, subject_id)
		SELECT tenant_id, 'message', id FROM new_rows WHERE status = 'sent';
	ELSE
		INSERT INTO rollup_marks (tenant_id, kind, subject_id)
		SELECT n.tenant_id, 'message', n.id FROM new_rows n JOIN old_rows o ON o.tenant_id = n.tenant_id AND o.id = n.id
		WHERE n.status = 'sent' AND (o.status, o.sent_at) IS DISTINCT FROM (n.status, n.sent_at);
	END IF;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER messages_marked_new AFTER INSERT ON messages
	REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION rollup_mark_messages();--> statement-breakpoint
CREATE TRIGGER messages_marked AFTER UPDATE ON messages
	REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION rollup_mark_messages();--> statement-breakpoint
CREATE FUNCTION rollup_mark_reports() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF current_setting('app.rollups', true) = 'off' THEN RETURN NULL; END IF;
	INSERT INTO rollup_marks (tenant_id, kind, subject_id)
	SELECT DISTINCT tenant_id, 'message', message_id FROM said_rows WHERE message_id IS NOT NULL;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER message_events_marked AFTER INSERT ON message_events
	REFERENCING NEW TABLE AS said_rows FOR EACH STATEMENT EXECUTE FUNCTION rollup_mark_reports();--> statement-breakpoint
CREATE TRIGGER touchpoints_marked_new AFTER INSERT ON touchpoints
	REFERENCING NEW TABLE AS said_rows FOR EACH STATEMENT EXECUTE FUNCTION rollup_mark_reports();--> statement-breakpoint
CREATE TRIGGER touchpoints_marked AFTER UPDATE ON touchpoints
	REFERENCING NEW TABLE AS said_rows FOR EACH STATEMENT EXECUTE FUNCTION rollup_mark_reports();--> statement-breakpoint
CREATE TRIGGER touchpoints_marked_gone AFTER DELETE ON touchpoints
	REFERENCING OLD TABLE AS said_rows FOR EACH STATEMENT EXECUTE FUNCTION rollup_mark_reports();--> statement-breakpoint
CREATE TRIGGER suppressions_marked_new AFTER INSERT ON suppressions
	REFERENCING NEW TABLE AS said_rows FOR EACH STATEMENT EXECUTE FUNCTION rollup_mark_reports();--> statement-breakpoint
CREATE TRIGGER suppressions_marked AFTER UPDATE ON suppressions
	REFERENCING NEW TABLE AS said_rows FOR EACH STATEMENT EXECUTE FUNCTION rollup_mark_reports();--> statement-breakpoint
CREATE TRIGGER suppressions_marked_gone AFTER DELETE ON suppressions
	REFERENCING OLD TABLE AS said_rows FOR EACH STATEMENT EXECUTE FUNCTION rollup_mark_reports();--> statement-breakpoint
CREATE FUNCTION rollup_mark_credit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF current_setting('app.rollups', true) = 'off' THEN RETURN NULL; END IF;
	INSERT INTO rollup_marks (tenant_id, kind, subject_id, at)
	SELECT DISTINCT tenant_id, 'message', message_id, NULL::timestamptz FROM said_rows
		WHERE message_id IS NOT NULL AND model = 'last_click'
	UNION ALL SELECT DISTINCT tenant_id, 'enrollment', enrollment_id, NULL::timestamptz FROM said_rows
		WHERE enrollment_id IS NOT NULL AND model = 'last_click'
	UNION ALL SELECT DISTINCT tenant_id, 'credit', NULL, ordered_at FROM said_rows;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER conversions_marked_new AFTER INSERT ON conversions
	REFERENCING NEW TABLE AS said_rows FOR EACH STATEMENT EXECUTE FUNCTION rollup_mark_credit();--> statement-breakpoint
CREATE TRIGGER conversions_marked AFTER UPDATE ON conversions
	REFERENCING NEW TABLE AS said_rows FOR EACH STATEMENT EXECUTE FUNCTION rollup_mark_credit();--> statement-breakpoint
CREATE TRIGGER conversions_marked_old AFTER UPDATE ON conversions
	REFERENCING OLD TABLE AS said_rows FOR EACH STATEMENT EXECUTE FUNCTION rollup_mark_credit();--> statement-breakpoint
CREATE TRIGGER conversions_marked_gone AFTER DELETE ON conversions
	REFERENCING OLD TABLE AS said_rows FOR EACH STATEMENT EXECUTE FUNCTION rollup_mark_credit();--> statement-breakpoint
CREATE FUNCTION rollup_mark_enrollments() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF current_setting('app.rollups', true) = 'off' THEN RETURN NULL; END IF;
	IF tg_op = 'INSERT' THEN
		INSERT INTO rollup_marks (tenant_id, kind, subject_id) SELECT tenant_id, 'enrollment', id FROM new_rows;
	ELSE
		INSERT INTO rollup_marks (tenant_id, kind, subject_id)
		SELECT n.tenant_id, 'enrollment', n.id FROM new_rows n JOIN old_rows o ON o.tenant_id = n.tenant_id AND o.id = n.id
		WHERE (o.contact_id, o.cart_id, o.arm_kind, o.currency, o.started_at, o.abandoned_at)
			IS DISTINCT FROM (n.contact_id, n.cart_id, n.arm_kind, n.currency, n.started_at, n.abandoned_at);
	END IF;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER enrollments_marked_new AFTER INSERT ON enrollments
	REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION rollup_mark_enrollments();--> statement-breakpoint
CREATE TRIGGER enrollments_marked AFTER UPDATE ON enrollments
	REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION rollup_mark_enrollments();--> statement-breakpoint
-- A cart is marked by its orders; carts themselves change too often to be looked at each time.
CREATE FUNCTION rollup_mark_carts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF current_setting('app.rollups', true) = 'off' THEN RETURN NULL; END IF;
	INSERT INTO rollup_marks (tenant_id, kind, subject_id) SELECT DISTINCT tenant_id, 'cart', cart_id FROM said_rows;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER order_carts_marked_new AFTER INSERT ON order_carts
	REFERENCING NEW TABLE AS said_rows FOR EACH STATEMENT EXECUTE FUNCTION rollup_mark_carts();--> statement-breakpoint
CREATE TRIGGER order_carts_marked_gone AFTER DELETE ON order_carts
	REFERENCING OLD TABLE AS said_rows FOR EACH STATEMENT EXECUTE FUNCTION rollup_mark_carts();--> statement-breakpoint
CREATE FUNCTION rollup_mark_orders() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF current_setting('app.rollups', true) = 'off' THEN RETURN NULL; END IF;
	WITH changed AS (
		SELECT n.tenant_id, n.id FROM new_rows n JOIN old_rows o ON o.tenant_id = n.tenant_id AND o.id = n.id
		WHERE (o.ordered_at, o.status, o.discount, o.discount_codes) IS DISTINCT FROM (n.ordered_at, n.status, n.discount, n.discount_codes))
	INSERT INTO rollup_marks (tenant_id, kind, subject_id)
	SELECT l.tenant_id, 'cart', l.cart_id FROM changed c JOIN order_carts l ON l.tenant_id = c.tenant_id AND l.order_id = c.id
	UNION SELECT v.tenant_id, 'message', v.message_id FROM changed c JOIN conversions v ON v.tenant_id = c.tenant_id AND v.order_id = c.id
		WHERE v.model = 'last_click' AND v.message_id IS NOT NULL;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER orders_marked AFTER UPDATE ON orders
	REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION rollup_mark_orders();--> statement-breakpoint
CREATE FUNCTION rollup_mark_costs() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF current_setting('app.rollups', true) = 'off' THEN RETURN NULL; END IF;
	INSERT INTO rollup_marks (tenant_id, kind, at)
	SELECT DISTINCT tenant_id, 'cost', created_at FROM new_rows WHERE writer = 'language_model' AND cost_currency IS NOT NULL;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER drafts_marked AFTER INSERT ON drafts
	REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION rollup_mark_costs();
