import { AppError } from "#domain/app-error.ts";

/** Where the next page of a list starts: the sort value of the last row, as Postgres wrote it, and its id. */
export type Position = { at: string; id: string };

export function writePosition(position: Position): string {
  return Buffer.from(`${position.at}|${position.id}`).toString("base64url");
}

/** Reads what `writePosition` wrote; a text that is none is the asker's mistake. */
export function readPosition(text: string | null | undefined): Position | null {
  if (!text) return null;
  const [at, id] = Buffer.from(text, "base64url").toString().split("|");
  if (!at || !id || Number.isNaN(Date.parse(at))) throw new AppError("invalid", "This page does not exist", "cursor");
  return { at, id };
}

/** Cuts the row that was asked for beyond the limit and names the next page by the last row kept. */
export function pageOf<Row extends Position>(rows: Row[], limit: number): { kept: Row[]; next: string | null } {
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  return { kept, next: rows.length > limit && last ? writePosition(last) : null };
}

/** A search text for `ilike`, with its own wildcards taken literally. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}
