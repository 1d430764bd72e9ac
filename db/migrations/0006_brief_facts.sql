ALTER TABLE "brands" ADD COLUMN "use_words" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "brands" ADD COLUMN "examples" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "brands" ADD COLUMN "returns_policy" text;--> statement-breakpoint
ALTER TABLE "brands" ADD COLUMN "shipping_policy" text;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "prompt_version" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "pattern" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "subjects" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "confidence" real;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "cached_input_tokens" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "cost_micros" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "cost_currency" text;--> statement-breakpoint
CREATE INDEX "drafts_pattern" ON "drafts" USING btree ("tenant_id","pattern","created_at");--> statement-breakpoint
-- What was written before keeps its words and is given the new facts as unknown. Row security is forced again after each migration.
ALTER TABLE "drafts" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "decisions" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "enrollments" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "sequence_versions" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "drafts" SET "brief" = "brief"
	|| '{"total": null, "hints": {"shippingCostSeen": false, "device": null, "hoursAway": null}, "stock": [], "store": {"returns": null, "shipping": null}}'::jsonb
	|| jsonb_build_object(
		'contact', '{"lastOrderDays": null, "recoveries": 0, "spent": null, "vip": false}'::jsonb || ("brief" -> 'contact'),
		'brand', '{"useWords": [], "examples": []}'::jsonb || ("brief" -> 'brand'),
		'lines', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', 'line.' || l.place) || l.line ORDER BY l.place), '[]'::jsonb)
			FROM jsonb_array_elements("brief" -> 'lines') WITH ORDINALITY AS l(line, place)),
		'incentive', CASE jsonb_typeof("brief" -> 'incentive') WHEN 'object'
			THEN '{"hasCode": false}'::jsonb || ("brief" -> 'incentive') ELSE 'null'::jsonb END)
	WHERE jsonb_typeof("brief") = 'object';--> statement-breakpoint
UPDATE "drafts" SET "subjects" = jsonb_build_array("words" -> 'subject') WHERE jsonb_typeof("words") = 'object';--> statement-breakpoint
UPDATE "drafts" SET "pattern" = concat_ws('/', e."sequence_id", v."steps" -> d."position" ->> 'id', "drafts"."language",
		CASE WHEN ("drafts"."brief" #>> '{contact,returning}') = 'true' THEN 'returning' ELSE 'new' END, coalesce(d."incentive_id", 'none'))
	FROM "decisions" d
	JOIN "enrollments" e ON e."tenant_id" = d."tenant_id" AND e."id" = d."enrollment_id"
	JOIN "sequence_versions" v ON v."tenant_id" = e."tenant_id" AND v."id" = e."version_id"
	WHERE d."tenant_id" = "drafts"."tenant_id" AND d."id" = "drafts"."decision_id";
