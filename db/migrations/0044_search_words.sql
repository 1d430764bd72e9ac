CREATE TABLE "search_words" (
	"tenant_id" text NOT NULL,
	"kind" text NOT NULL,
	"word" text collate "C" NOT NULL,
	"subject_id" text NOT NULL
);
--> statement-breakpoint
-- The words of a text: split wherever there is neither letter nor digit, in small letters, accents taken off.
CREATE FUNCTION search_plain(said text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
	SELECT CASE WHEN octet_length(said) = length(said) THEN lower(said) ELSE
		replace(replace(replace(translate(regexp_replace(lower(normalize(said, NFKD)), '[\u0300-\u036f]' COLLATE "C", '', 'g'),
			'øłđðıħŧ', 'olddiht'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe') END
$$;--> statement-breakpoint
CREATE FUNCTION search_words_of(said text) RETURNS SETOF text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
	SELECT DISTINCT left(word, 40)
	FROM regexp_split_to_table(search_plain(left(said, 100000)), '[^0-9a-z\u00c0-\u1fff\u2070-\u2fff\u3040-\U0010ffff]+' COLLATE "C") AS word
	WHERE word <> ''
$$;--> statement-breakpoint
CREATE FUNCTION conversation_words(tenant text, conversation text) RETURNS text LANGUAGE sql STABLE AS $$
	SELECT concat_ws(' ', c.with_name, c.with_address, c.subject, (
		SELECT string_agg(left(m.text, 10000), ' ' ORDER BY m.received_at DESC) FROM inbound_mails m
		WHERE m.tenant_id = tenant AND m.conversation_id = conversation))
	FROM conversations c WHERE c.tenant_id = tenant AND c.id = conversation
$$;--> statement-breakpoint
ALTER TABLE "contacts" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "letters" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "conversations" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "inbound_mails" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
INSERT INTO "search_words" ("tenant_id", "kind", "word", "subject_id")
	SELECT c.tenant_id, 'contact', word, c.id
	FROM contacts c, search_words_of(concat_ws(' ', c.first_name, c.last_name, c.address)) AS word WHERE c.erased_at IS NULL;--> statement-breakpoint
INSERT INTO "search_words" ("tenant_id", "kind", "word", "subject_id")
	SELECT l.tenant_id, 'letter', word, l.id
	FROM letters l, search_words_of(concat_ws(' ', array_to_string(l.to_addresses, ' '), l.subject)) AS word;--> statement-breakpoint
INSERT INTO "search_words" ("tenant_id", "kind", "word", "subject_id")
	SELECT c.tenant_id, 'conversation', word, c.id
	FROM conversations c, search_words_of(conversation_words(c.tenant_id, c.id)) AS word;--> statement-breakpoint
ALTER TABLE "search_words" ADD CONSTRAINT "search_words_tenant_id_kind_word_subject_id_pk" PRIMARY KEY("tenant_id","kind","word","subject_id");--> statement-breakpoint
CREATE INDEX "search_words_subject" ON "search_words" USING btree ("tenant_id","subject_id","word");--> statement-breakpoint
-- New words in the place of what stood; none where nothing is said any more.
CREATE FUNCTION remake_search_words(tenant text, what text, subject text, said text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
	DELETE FROM search_words WHERE tenant_id = tenant AND subject_id = subject AND kind = what;
	INSERT INTO search_words (tenant_id, kind, word, subject_id)
	SELECT tenant, what, word, subject FROM search_words_of(said) AS word;
END $$;--> statement-breakpoint
CREATE FUNCTION search_new_contacts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO search_words (tenant_id, kind, word, subject_id)
	SELECT n.tenant_id, 'contact', word, n.id
	FROM new_rows n, search_words_of(concat_ws(' ', n.first_name, n.last_name, n.address)) AS word WHERE n.erased_at IS NULL;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER contacts_searched_new AFTER INSERT ON contacts
	REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search_new_contacts();--> statement-breakpoint
CREATE FUNCTION search_contact() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF tg_op = 'DELETE' THEN
		PERFORM remake_search_words(OLD.tenant_id, 'contact', OLD.id, NULL);
	ELSE
		PERFORM remake_search_words(NEW.tenant_id, 'contact', NEW.id,
			CASE WHEN NEW.erased_at IS NULL THEN concat_ws(' ', NEW.first_name, NEW.last_name, NEW.address) END);
	END IF;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER contacts_searched AFTER UPDATE ON contacts FOR EACH ROW
	WHEN ((OLD.first_name, OLD.last_name, OLD.address, OLD.erased_at)
		IS DISTINCT FROM (NEW.first_name, NEW.last_name, NEW.address, NEW.erased_at)) EXECUTE FUNCTION search_contact();--> statement-breakpoint
CREATE TRIGGER contacts_searched_gone AFTER DELETE ON contacts FOR EACH ROW EXECUTE FUNCTION search_contact();--> statement-breakpoint
CREATE FUNCTION search_letter() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF tg_op = 'DELETE' THEN
		PERFORM remake_search_words(OLD.tenant_id, 'letter', OLD.id, NULL);
	ELSE
		PERFORM remake_search_words(NEW.tenant_id, 'letter', NEW.id, concat_ws(' ', array_to_string(NEW.to_addresses, ' '), NEW.subject));
	END IF;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER letters_searched_new AFTER INSERT OR DELETE ON letters FOR EACH ROW EXECUTE FUNCTION search_letter();--> statement-breakpoint
CREATE TRIGGER letters_searched AFTER UPDATE ON letters FOR EACH ROW
	WHEN ((OLD.to_addresses, OLD.subject) IS DISTINCT FROM (NEW.to_addresses, NEW.subject)) EXECUTE FUNCTION search_letter();--> statement-breakpoint
CREATE FUNCTION search_conversation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF tg_op = 'DELETE' THEN
		PERFORM remake_search_words(OLD.tenant_id, 'conversation', OLD.id, NULL);
	ELSE
		PERFORM remake_search_words(NEW.tenant_id, 'conversation', NEW.id, conversation_words(NEW.tenant_id, NEW.id));
	END IF;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER conversations_searched_new AFTER INSERT OR DELETE ON conversations FOR EACH ROW EXECUTE FUNCTION search_conversation();--> statement-breakpoint
CREATE TRIGGER conversations_searched AFTER UPDATE ON conversations FOR EACH ROW
	WHEN ((OLD.with_name, OLD.with_address, OLD.subject) IS DISTINCT FROM (NEW.with_name, NEW.with_address, NEW.subject))
	EXECUTE FUNCTION search_conversation();--> statement-breakpoint
CREATE FUNCTION search_mail() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF tg_op <> 'INSERT' THEN
		PERFORM remake_search_words(OLD.tenant_id, 'conversation', OLD.conversation_id,
			conversation_words(OLD.tenant_id, OLD.conversation_id));
	END IF;
	IF tg_op <> 'DELETE' THEN
		PERFORM remake_search_words(NEW.tenant_id, 'conversation', NEW.conversation_id,
			conversation_words(NEW.tenant_id, NEW.conversation_id));
	END IF;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER inbound_mails_searched_new AFTER INSERT OR DELETE ON inbound_mails FOR EACH ROW EXECUTE FUNCTION search_mail();--> statement-breakpoint
CREATE TRIGGER inbound_mails_searched AFTER UPDATE ON inbound_mails FOR EACH ROW
	WHEN ((OLD.text, OLD.conversation_id) IS DISTINCT FROM (NEW.text, NEW.conversation_id)) EXECUTE FUNCTION search_mail();