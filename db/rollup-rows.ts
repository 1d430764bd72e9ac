import { type SQL, sql } from "drizzle-orm";
import { AppError } from "#domain/app-error.ts";
import type { Filters, Measure } from "#domain/explore.ts";
import { codesOf, filterOf } from "./rollup-views.ts";
import type { Scope } from "./scope.ts";

/**
 * A figure whose rows are asked for. `sent_day` are figures of `readCube`: messages by the day they were sent; `own_day` are
 * those of `readDays`: each thing by the day it happened. Money opens the rows that carry it.
 */
export type FigureAsked = {
  measure: Measure;
  basis: "sent_day" | "own_day";
  from: string;
  to: string;
  currency: string;
  filters?: Filters;
  after?: string | null;
  limit?: number;
};

/** `times` is how often the row counts in the figure: a message may have brought several orders. `amount` is its part of a sum. */
export type FigureRow = { messageId: string; enrollmentId: string; day: string; times: number; amount: number };
export type FigureRows = { rows: FigureRow[]; next: string | null };

const columns: Record<Measure, string> = {
  sent: "sent_on",
  delivered: "delivered_on",
  opened: "opened_on",
  clicked: "clicked_on",
  machineClicked: "machine_clicked_on",
  bounced: "bounced_on",
  unsubscribed: "unsubscribed_on",
  complained: "complained_on",
  orders: "orders",
  revenue: "revenue",
  discount: "discount",
  costMicros: "cost_micros",
};
const sums: readonly Measure[] = ["orders", "revenue", "discount", "costMicros"];

/** The messages behind a figure, newest day first, so many to a page: together they make the figure. */
export async function rowsBehind(scope: Scope, asked: FigureAsked): Promise<FigureRows> {
  const { measure, basis, from, to, limit = 50 } = asked;
  const isSum = sums.includes(measure);
  if (isSum && basis === "own_day")
    throw new AppError("invalid", "Money is counted by the day of the message", "basis");
  const column = sql.raw(columns[measure]);
  const day = basis === "own_day" ? column : sql`sent_on`;
  const codes = await codesOf(scope, asked.filters ?? {});
  const rows = await scope.db.execute<FigureRow>(sql`
    select message_id as "messageId", enrollment_id as "enrollmentId", ${day}::text as day,
      ${measure === "orders" ? sql`orders` : sql`1`} as times, ${isSum ? sql`${column}::float8` : sql`0`} as amount
    from message_facts
    where tenant_id = ${scope.tenantId} and sent_on is not null and ${day} between ${from}::date and ${to}::date
      and ${measure === "costMicros" ? sql`cost_currency` : sql`currency`} = ${asked.currency}
      and ${isSum ? sql`${column} <> 0` : sql`${column} is not null`} ${filterOf(codes)} ${afterOf(day, asked.after)}
    order by ${day} desc, message_id desc limit ${limit + 1}`);
  const kept = [...rows].slice(0, limit);
  const last = kept.at(-1);
  return { rows: kept, next: rows.length > limit && last ? `${last.day}|${last.messageId}` : null };
}

function afterOf(day: SQL, after: string | null | undefined): SQL {
  if (!after) return sql``;
  const [at, id] = after.split("|");
  if (!at || !id || !/^\d{4}-\d\d-\d\d$/.test(at)) throw new AppError("invalid", "This page does not exist", "cursor");
  return sql`and (${day}, message_id) < (${at}::date, ${id})`;
}
