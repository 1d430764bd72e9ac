/** Splits rows so that no part names anything twice: Postgres writes no row twice in one statement. Keeps their order. */
export function rounds<T>(rows: T[], nameOf: (row: T) => string): T[][] {
  const seen = new Map<string, number>();
  const parts: T[][] = [];
  for (const row of rows) {
    const name = nameOf(row);
    const round = seen.get(name) ?? 0;
    seen.set(name, round + 1);
    const part = parts[round] ?? [];
    part.push(row);
    parts[round] = part;
  }
  return parts;
}
