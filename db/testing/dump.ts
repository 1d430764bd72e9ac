import { sql } from "drizzle-orm";
import type { Scope } from "../scope.ts";
import type { Owned } from "./foreign-owned.ts";

/** All rows of some tables in one question. */
export async function dump(scope: Scope, names: string[]): Promise<Record<string, unknown[]>> {
  if (names.length === 0) return {};
  const each = names.map(
    (table) =>
      sql`select ${table}::text as name, coalesce(jsonb_agg(to_jsonb(t) order by to_jsonb(t)::text), '[]') as rows
        from ${sql.identifier(table)} t`,
  );
  const found = await scope.db.execute<{ name: string; rows: unknown[] }>(sql.join(each, sql` union all `));
  return Object.fromEntries([...found].map(({ name, rows }) => [name, rows]));
}

/** The tables of which this transaction has written a row: to read all others for each of hundreds of verbs costs minutes. */
export async function touchedTables({ db }: Scope, tables: string[]): Promise<string[]> {
  const rows = await db.execute<{ name: string }>(sql`
    select relname as name from pg_stat_xact_user_tables
    where schemaname = 'public' and n_tup_ins + n_tup_upd + n_tup_del > 0`);
  const names = new Set(rows.map(({ name }) => name));
  return tables.filter((table) => names.has(table));
}

/** All texts, instants and telling numbers within a value. */
export function leaves(value: unknown): unknown[] {
  if (value instanceof Date) return [value.toISOString()];
  if (typeof value === "string" && /^[-\d]{10}$/.test(value)) return [];
  if (typeof value === "string")
    return [/^\d{4}-\d\d-\d\d[T ]\d\d:/.test(value) ? new Date(value).toISOString() : value];
  if (typeof value === "number") return value >= 1_000 ? [value] : [];
  if (Array.isArray(value)) return value.flatMap(leaves);
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(leaves) : [];
}

/** Remembers what a call took as its arguments: an echo of those tells nothing. */
export function watched(owned: Owned, given: Set<unknown>): Owned {
  return new Proxy(owned, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key);
      for (const leaf of leaves(value)) given.add(leaf);
      return value;
    },
  });
}
