import postgres from "postgres";

export const marker = "zzmarkerzz";

type Column = { table: string; column: string; type: string };

/** Texts that are no words: what is sealed, hashed, looked up by, or read by programs. */
const machines =
  /(^|_)(id|ids|hash|token|secret|sealed|key|kid|jwk|zone|currency|language|country|mailer|platform|host|hosts|prefix|cursor|claim|pattern|phase|claimed_by|headers)$/;

/**
 * Puts a marker into every text of every row that may be somebody's words: columns, lists and whatever lies deep in JSON.
 * Returns how many tables had rows.
 */
export async function markTexts(ownerUrl: string): Promise<number> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    const columns = await sql<Column[]>`
      select c.table_name as table, c.column_name as column, c.udt_name as type from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
      where table_schema = 'public' and table_type = 'BASE TABLE' and is_generated = 'NEVER'
        and udt_name in ('text', '_text', 'jsonb')
      order by 1, 2`;
    await sql.unsafe(functions);
    const worded = columns.filter(({ column }) => !machines.test(column));
    let marked = 0;
    for (const [table, theirs] of Map.groupBy(worded, (one) => one.table)) {
      const texts = theirs.map(({ column, type }) => `"${column}" = mark_${type}("${column}")`);
      await sql.unsafe(`alter table "${table}" disable trigger user, no force row level security`);
      const { count } = await sql.unsafe(`update "${table}" set ${texts.join(", ")}`);
      if (count > 0) marked += 1;
    }
    await sql`analyze`;
    return marked;
  } finally {
    await sql.end();
  }
}

// In JSON a text is found by its quotes, as walking thousands of briefs takes minutes. Words have a space, a capital, a dot or a sign in them; names of states and reasons, ids, times and codes of ours do not.
const functions = `
  create function mark_text(said text) returns text language sql immutable as $$
    select case
      when said ~ '^https?://' then said || '#${marker}'
      when said ~ '^[a-z0-9_:-]*$' or said ~ '^[A-Z]{2,3}$' or said ~ '^\\d{4}-\\d\\d-\\d\\d' or said ~ '^#[0-9a-fA-F]{3,8}$'
        or said ~ '^\\d' then said
      else '${marker}' || said end $$;
  create function mark__text(said text[]) returns text[] language sql immutable as $$
    select array(select mark_text(one) from unnest(said) one) $$;
  create function mark_jsonb(said jsonb) returns jsonb language sql immutable as $$
    select regexp_replace(said::text, '"(?![]:,{}[0-9]|https?:|[A-Z]{2,3}")((?:[^"\\\\]|\\\\.)*[ A-Z@](?:[^"\\\\]|\\\\.)*)"(?!:)',
      '"${marker}\\1"', 'g')::jsonb $$;`;
