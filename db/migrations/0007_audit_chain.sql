CREATE TABLE "audit_seals" (
	"tenant_id" text NOT NULL,
	"seq" bigint NOT NULL,
	"entry_id" text NOT NULL,
	"change_digest" text NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_seals_tenant_id_seq_pk" PRIMARY KEY("tenant_id","seq")
);
--> statement-breakpoint
ALTER TABLE "audit_entries" ADD COLUMN "salt" text DEFAULT gen_random_uuid()::text;--> statement-breakpoint
CREATE UNIQUE INDEX "audit_seals_entry" ON "audit_seals" USING btree ("tenant_id","entry_id");--> statement-breakpoint
-- The hash of one link. Lines, because none of these fields can hold a line break; the times in UTC to the microsecond.
CREATE FUNCTION audit_hash(previous text, seq bigint, entry audit_entries, digest text) RETURNS text
LANGUAGE sql STABLE AS $$
	SELECT encode(sha256(convert_to(concat_ws(E'\n', previous, entry.tenant_id, seq::text, entry.id, entry.actor_kind,
		coalesce(entry.actor_id, '-'), entry.action, coalesce(entry.subject_id, '-'),
		to_char(entry.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), digest), 'UTF8')), 'hex')
$$;
--> statement-breakpoint
CREATE FUNCTION audit_seal(entry audit_entries) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
	last record;
	digest text := encode(sha256(convert_to(coalesce(entry.salt, '') || E'\n' || entry.change::text, 'UTF8')), 'hex');
BEGIN
	-- One chain per tenant: whoever commits next waits for the seal before it. Held for the commit only.
	PERFORM pg_advisory_xact_lock(hashtextextended('audit ' || entry.tenant_id, 0));
	SELECT s.seq, s.hash INTO last FROM audit_seals s WHERE s.tenant_id = entry.tenant_id ORDER BY s.seq DESC LIMIT 1;
	INSERT INTO audit_seals (tenant_id, seq, entry_id, change_digest, previous_hash, hash)
	VALUES (entry.tenant_id, coalesce(last.seq, 0) + 1, entry.id, digest, coalesce(last.hash, ''),
		audit_hash(coalesce(last.hash, ''), coalesce(last.seq, 0) + 1, entry, digest));
END $$;
--> statement-breakpoint
CREATE FUNCTION audit_seal_new() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM audit_seal(new);
	RETURN NULL;
END $$;
--> statement-breakpoint
-- Entries and seals stand for ever. The one change allowed: taking words out of an entry, and its salt with them.
CREATE FUNCTION audit_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF tg_op = 'UPDATE' AND tg_table_name = 'audit_entries' THEN
		IF new.salt IS NULL AND old.change @> new.change
			AND (to_jsonb(new) - 'change' - 'salt') = (to_jsonb(old) - 'change' - 'salt') THEN
			RETURN new;
		END IF;
	END IF;
	RAISE EXCEPTION 'the audit log is append-only' USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
-- What stands already is sealed in its order. The owner is under the policies too, unless they are lifted for a moment.
ALTER TABLE "audit_entries" NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "audit_seals" NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
DO $$ DECLARE entry audit_entries; BEGIN
	FOR entry IN SELECT * FROM audit_entries ORDER BY tenant_id, id LOOP PERFORM audit_seal(entry); END LOOP;
END $$;
--> statement-breakpoint
-- Deferred to the commit, so that the chain's lock comes after every other lock of the transaction: no deadlocks.
CREATE CONSTRAINT TRIGGER audit_entries_seal AFTER INSERT ON audit_entries
	DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit_seal_new();
--> statement-breakpoint
CREATE TRIGGER audit_entries_append_only BEFORE UPDATE OR DELETE ON audit_entries
	FOR EACH ROW EXECUTE FUNCTION audit_append_only();
--> statement-breakpoint
CREATE TRIGGER audit_seals_append_only BEFORE UPDATE OR DELETE ON audit_seals
	FOR EACH ROW EXECUTE FUNCTION audit_append_only();
