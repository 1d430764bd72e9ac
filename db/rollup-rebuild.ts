import { sql } from "drizzle-orm";
import { daysBetween, monthEnd, monthOf, monthsOf } from "#domain/explore/cover.ts";
import { cellFold } from "#domain/explore/fold.ts";
import { pairs } from "#domain/explore/pairs.ts";
import { recordMessageFacts } from "./message-facts.ts";
import { addCells, countColumns, type FoldedRow, foldRows, numbers } from "./rollup-cells.ts";
import { sumCosts, sumCredits } from "./rollup-days.ts";
import { sumEnrollments, tellEnrollments } from "./rollup-enrollments.ts";
import { tellMessages, upsertDays } from "./rollup-messages.ts";
import { beginRollups, finishRollups, lockRollups, preferIndexes } from "./rollups.ts";
import type { Scope } from "./scope.ts";

/** Runs a piece in a transaction of its own. */
export type InScope = <T>(work: (scope: Scope) => Promise<T>) => Promise<T>;

const page = 10_000;

/**
 * Makes a tenant's rollups anew from its rows: after its time zone changed, for rows of before there were rollups, or to
 * prove that they are right. Piece by piece, so that no transaction is long; the job leaves the tenant alone meanwhile, and
 * marks that come wait. Broken off, it starts over.
 */
export async function rebuildRollups(
  inScope: InScope,
  now: Date,
  told: (step: string) => void = () => {},
): Promise<void> {
  const timeZone = await inScope((scope) => clear(scope, now));
  await eachPage(inScope, "messages", async (scope, ids) => {
    await recordMessageFacts(scope, await withoutFacts(scope, ids));
    await tellMessages(scope, timeZone, ids);
    told(`messages ${ids.length}`);
  });
  await eachPage(inScope, "enrollments", async (scope, ids) => {
    await tellEnrollments(scope, timeZone, ids);
    told(`enrollments ${ids.length}`);
  });
  const range = await inScope((scope) => rangeOf(scope, timeZone));
  for (const { span: month } of range ? monthsOf(range.from, range.to) : []) {
    await sumMonth(inScope, { month, timeZone });
    told(`month ${month}`);
  }
  await inScope(async (scope) => {
    await lockRollups(scope);
    await finishRollups(scope, now);
  });
}

const sums = ["deltas", "cells", "days", "credits", "costs", "funnels", "survival", "cohorts"];

/** Marks that stand are for rows that will be read anyhow. Facts stay: they are told again one by one. */
async function clear(scope: Scope, now: Date): Promise<string> {
  await lockRollups(scope);
  await beginRollups(scope, now);
  await scope.db.execute(sql`select set_config('statement_timeout', '10min', true)`);
  for (const name of [...sums.map((one) => `rollup_${one}`), "rollup_marks"])
    await scope.db.execute(sql`delete from ${sql.identifier(name)} where tenant_id = ${scope.tenantId}`);
  const [row] = await scope.db.execute<{ zone: string }>(
    sql`select time_zone as zone from rollup_states where tenant_id = ${scope.tenantId}`,
  );
  return row?.zone ?? "UTC";
}

async function eachPage(
  inScope: InScope,
  table: "messages" | "enrollments",
  work: (scope: Scope, ids: string[]) => Promise<void>,
) {
  for (let after: string | undefined = ""; after !== undefined; ) {
    const from: string = after;
    after = await inScope(async (scope) => {
      await preferIndexes(scope);
      const rows = await scope.db.execute<{ id: string }>(sql`
        select id from ${sql.identifier(table)} where tenant_id = ${scope.tenantId} and id > ${from} order by id limit ${page}`);
      const ids = [...rows].map((row) => row.id);
      await work(scope, ids);
      return ids.length === page ? ids.at(-1) : undefined;
    });
  }
}

async function withoutFacts(scope: Scope, ids: string[]): Promise<string[]> {
  const [first, last] = [ids[0] ?? "", ids.at(-1) ?? ""];
  const rows = await scope.db.execute<{ id: string }>(sql`
    select message_id as id from message_facts
    where tenant_id = ${scope.tenantId} and message_id between ${first} and ${last}`);
  const known = new Set([...rows].map((row) => row.id));
  return ids.filter((id) => !known.has(id));
}

/** From the first to the last day that can hold anything. */
async function rangeOf(scope: Scope, timeZone: string): Promise<{ from: string; to: string } | null> {
  const { tenantId } = scope;
  const ends = (of: "min" | "max") => {
    const end = sql.raw(of);
    return sql`${sql.raw(of === "min" ? "least" : "greatest")}(
      (select ${end}(sent_on) from message_facts where tenant_id = ${tenantId}),
      (select ${end}(enrolled_on) from enrollment_facts where tenant_id = ${tenantId}),
      (select (${end}(ordered_at) at time zone ${timeZone})::date from conversions where tenant_id = ${tenantId}),
      (select (${end}(created_at) at time zone ${timeZone})::date from drafts where tenant_id = ${tenantId} and writer = 'language_model'))::text`;
  };
  const [row] = await scope.db.execute<{ from: string | null; to: string | null }>(
    sql`select ${ends("min")} as from, ${ends("max")} as to`,
  );
  return row?.from && row.to ? { from: monthOf(row.from), to: monthEnd(row.to) } : null;
}

const daily = pairs.filter((pair) => !pair.wide);
const wide = pairs.filter((pair) => pair.wide);

async function sumMonth(inScope: InScope, { month, timeZone }: { month: string; timeZone: string }): Promise<void> {
  const wides = new Map<string, ReturnType<typeof cellFold>>();
  for (const day of daysBetween(month, monthEnd(month))) {
    await inScope(async (scope) => {
      for (const [currency, rows] of Map.groupBy(await factsOf(scope, day), (row) => row.currency)) {
        await addCells(scope, "day", `${day} ${currency}`, foldRows(rows, daily));
        const fold = wides.get(currency) ?? cellFold(wide);
        wides.set(currency, fold);
        for (const row of rows)
          fold.add({ codes: numbers(row.codes), products: numbers(row.products), counts: numbers(row.counts) });
      }
      const facts = sql`(select * from message_facts where tenant_id = ${scope.tenantId} and sent_on = ${day}::date) facts`;
      await scope.db.execute(upsertDays(scope.tenantId, facts, false));
    });
  }
  for (const [currency, fold] of wides)
    await inScope((scope) => addCells(scope, "month", `${month} ${currency}`, fold.cells()));
  await inScope((scope) => sumDaysOfMonth(scope, month));
  await inScope((scope) => sumEnrollments(scope, month, monthEnd(month)));
  await inScope((scope) => sumCredits(scope, timeZone, month, monthEnd(month)));
  await inScope((scope) => sumCosts(scope, timeZone, month, monthEnd(month)));
}

/** Messages of a day; what the words cost stands beside them in its own currency. */
async function factsOf(scope: Scope, day: string): Promise<FoldedRow[]> {
  const rows = await scope.db.execute<FoldedRow & { cost: string; costCurrency: string | null }>(sql`
    select ${day}::text as day, currency, array_to_string(codes, ',') as codes, array_to_string(products, ',') as products,
      concat_ws(',', 1, (delivered_on is not null)::int, (opened_on is not null)::int, (clicked_on is not null)::int,
        (machine_clicked_on is not null)::int, (bounced_on is not null)::int, (unsubscribed_on is not null)::int,
        (complained_on is not null)::int, orders, revenue, discount,
        case when cost_currency = currency then cost_micros else 0 end) as counts,
      cost_micros::text as cost, cost_currency as "costCurrency"
    from message_facts where tenant_id = ${scope.tenantId} and sent_on = ${day}::date`);
  const elsewhere = [...rows].flatMap((row) =>
    row.costCurrency === null || row.costCurrency === row.currency || row.cost === "0"
      ? []
      : [{ ...row, currency: row.costCurrency, counts: `0,0,0,0,0,0,0,0,0,0,0,${row.cost}` }],
  );
  return [...rows, ...elsewhere];
}

/** A month of narrow pairs is the sum of its days. */
async function sumDaysOfMonth(scope: Scope, month: string): Promise<void> {
  const columns = countColumns.map((column) => `sum(${column})`).join(", ");
  const narrow = `{${daily.map((pair) => pair.code).join(",")}}`;
  await scope.db.execute(sql`
    insert into rollup_cells (tenant_id, pair, currency, grain, span, a, b, ${sql.raw(countColumns.join(", "))})
    select tenant_id, pair, currency, 'month', ${month}::date, a, b, ${sql.raw(columns)}
    from rollup_cells where tenant_id = ${scope.tenantId} and pair = any(${narrow}::smallint[]) and grain = 'day'
      and span between ${month}::date and ${monthEnd(month)}::date
    group by tenant_id, pair, currency, a, b`);
}
