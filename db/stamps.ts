import { createHash } from "node:crypto";
import { type SQL, sql } from "drizzle-orm";

/**
 * When something was said, and of what: the greater text wins. A newer source time does, and where two words bear the
 * same time the content itself decides, so that no order of arrival does.
 */
export function stampOf(at: Date, content: unknown, rank = 0): string {
  const hash = createHash("sha1").update(JSON.stringify(content)).digest("hex").slice(0, 16);
  return `${String(at.getTime()).padStart(15, "0")}.${rank}${hash}`;
}

type Groups = Record<string, Record<string, string>>;

/**
 * For upserts: each group of columns (property to column name) keeps the newest that was said of it, whatever came last;
 * a group that a word leaves unsaid stays as it was.
 */
export function newestOf(table: "carts" | "orders" | "contacts", groups: Groups): Record<string, SQL> {
  const set: Record<string, SQL> = {};
  const kept: SQL[] = [];
  for (const [group, columns] of Object.entries(groups)) {
    const said = sql.raw(`(excluded.stamps ->> '${group}') collate "C"`);
    // Rows from before there were stamps bear the time of the row.
    const known = sql.raw(`(case when ${table}.stamps <> '{}' then ${table}.stamps ->> '${group}'
      when ${table}.${Object.values(columns)[0]} is not null
      then to_char(extract(epoch from ${table}.source_updated_at) * 1000, 'FM000000000000000') end) collate "C"`);
    const wins = sql`${said} is not null and (${known} is null or ${said} > ${known})`;
    for (const [property, column] of Object.entries(columns)) {
      set[property] =
        sql`case when ${wins} then ${sql.raw(`excluded.${column}`)} else ${sql.raw(`${table}.${column}`)} end`;
    }
    kept.push(sql.raw(`'${group}'`), sql`greatest(${said}, ${known})`);
  }
  set.stamps = sql`jsonb_strip_nulls(jsonb_build_object(${sql.join(kept, sql`, `)}))`;
  return set;
}
