import postgres from "postgres";

export const marker = "zzmarkerzz";

type Column = { table: string; column: string; type: string };

/** Texts that are no words: what is sealed, hashed, looked up by, or read by programs. */
const machines =
  /(^|_)(id|ids|hash|token|secret|sealed|key|kid|jwk|zone|currency|language|country|mailer|platform|host|hosts|prefix|cursor|claim|pattern|phase|claimed_by|headers)$/;

/**
 * Puts a marker into every text of every row that may be somebody's words: columns, lists and whatever lies deep in JSON.
 * Returns how many columns took it.
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
    let marked = 0;
    await sql.unsafe(functions);
    for (const { table, column, type } of columns.filter(({ column }) => !machines.test(column))) {
      await sql.unsafe(`alter table "${table}" disable trigger user, no force row level security`);
      const { count } = await sql.unsafe(
        `update "${table}" set "${column}" = mark_${type}("${column}") where "${column}" is distinct from mark_${type}("${column}")`,
      );
      if (count > 0) marked += 1;
    }
    await sql`vacuum analyze`;
    return marked;
  } finally {
    await sql.end();
  }
}

// Words have a space, a capital, a dot or a sign in them; names of states and reasons, ids, times and codes of ours do not.
const functions = `
  create function mark_text(said text) returns text language sql immutable as $$
    select case
      when said ~ '^https?://' then said || '#${marker}'
      when said ~ '^[a-z0-9_:-]*$' or said ~ '^[A-Z]{2,3}$' or said ~ '^\\d{4}-\\d\\d-\\d\\d' or said ~ '^#[0-9a-fA-F]{3,8}$'
        or said ~ '^\\d' then said
      else '${marker}' || said end $$;
  create function mark__text(said text[]) returns text[] language sql immutable as $$
    select array(select mark_text(one) from unnest(said) one) $$;
  create function mark_jsonb(said jsonb) returns jsonb language plpgsql immutable as $$
    begin
      case jsonb_typeof(said)
        when 'string' then return to_jsonb(mark_text(said #>> '{}'));
        when 'array' then return (select coalesce(jsonb_agg(mark_jsonb(one)), '[]') from jsonb_array_elements(said) one);
        when 'object' then return (select coalesce(jsonb_object_agg(name, mark_jsonb(one)), '{}') from jsonb_each(said) as e(name, one));
        else return said;
      end case;
    end $$;`;
