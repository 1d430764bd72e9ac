import { getTableColumns, type InferInsertModel, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";

/**
 * Rows as one JSON parameter, for `insert(table).select(…)`: however many there are, the statement is the same and is
 * not written anew with a parameter for each of their fields. A column that a row leaves out is null, not its default.
 */
export function rowsOf<T extends PgTable>(table: T, rows: InferInsertModel<T>[]): SQL {
  const columns = Object.entries(getTableColumns(table));
  const names = columns.map(([, column]) => sql.identifier(column.name));
  const renamed = rows.map((row: Record<string, unknown>) =>
    Object.fromEntries(columns.map(([property, column]) => [column.name, row[property]])),
  );
  return sql`select ${sql.join(names, sql`, `)}
    from jsonb_populate_recordset(null::${table}, ${JSON.stringify(renamed)}::text::jsonb)`;
}
