-- A draft that comes after its message has left costs that message something too.
CREATE OR REPLACE FUNCTION rollup_mark_costs() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF current_setting('app.rollups', true) = 'off' THEN RETURN NULL; END IF;
	INSERT INTO rollup_marks (tenant_id, kind, subject_id, at)
	SELECT DISTINCT tenant_id, 'cost', NULL, created_at FROM new_rows WHERE writer = 'language_model' AND cost_currency IS NOT NULL
	UNION ALL SELECT m.tenant_id, 'message', m.id, NULL FROM new_rows n
		JOIN messages m ON m.tenant_id = n.tenant_id AND m.decision_id = n.decision_id
		WHERE m.status = 'sent' AND n.cost_micros > 0;
	RETURN NULL;
END $$;
