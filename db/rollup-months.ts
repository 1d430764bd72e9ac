import { sql } from "drizzle-orm";
import { daysBetween, monthEnd } from "#domain/explore/cover.ts";
import { cellFold } from "#domain/explore/fold.ts";
import { pairOf, pairs } from "#domain/explore/pairs.ts";
import { addCells, countColumns, type FoldedRow, foldRows, numbers } from "./rollup-cells.ts";
import { sumCosts, sumCredits } from "./rollup-days.ts";
import { sumEnrollments } from "./rollup-enrollments.ts";
import { sumMessages } from "./rollup-messages.ts";
import type { InScope } from "./rollup-states.ts";
import type { Scope } from "./scope.ts";

const daily = pairs.filter((pair) => !pair.wide);
const wide = pairs.filter((pair) => pair.wide);

type Step = { isNext: (scope: Scope) => Promise<boolean>; done: (scope: Scope) => Promise<void> };

/**
 * Puts the sums of a month in the place of those that stood, each day in a transaction of its own and the month's in the
 * last, which says that it is done: a month that broke off is made again whole.
 */
export async function sumMonth(
  inScope: InScope,
  { month, timeZone }: { month: string; timeZone: string },
  { isNext, done }: Step,
): Promise<void> {
  const wides = new Map<string, ReturnType<typeof cellFold>>();
  const end = monthEnd(month);
  for (const day of daysBetween(month, end))
    await inScope(async (scope) => {
      if (await isNext(scope)) await sumDay(scope, day, wides);
    });
  await inScope(async (scope) => {
    if (!(await isNext(scope))) return;
    await clearCells(scope, "month", month);
    for (const [currency, fold] of wides) await addCells(scope, "month", `${month} ${currency}`, fold.cells());
    await sumDaysOfMonth(scope, month);
    await sumMessages(scope, month, end);
    await sumEnrollments(scope, month, end);
    await sumCredits(scope, timeZone, month, end);
    await sumCosts(scope, timeZone, month, end);
    await done(scope);
  });
}

async function sumDay(scope: Scope, day: string, wides: Map<string, ReturnType<typeof cellFold>>): Promise<void> {
  await clearCells(scope, "day", day);
  for (const [currency, rows] of Map.groupBy(await factsOf(scope, day), (row) => row.currency)) {
    await addCells(scope, "day", `${day} ${currency}`, foldRows(rows, daily));
    const fold = wides.get(currency) ?? cellFold(wide);
    wides.set(currency, fold);
    for (const row of rows)
      fold.add({ codes: numbers(row.codes), products: numbers(row.products), counts: numbers(row.counts) });
  }
}

const codes = `{${pairs.map((pair) => pair.code).join(",")}}`;

/** By all of the key's columns: by a span alone every cell of the tenant would be looked at. */
async function clearCells(scope: Scope, grain: "day" | "month", span: string): Promise<void> {
  await scope.db.execute(sql`
    delete from rollup_cells where tenant_id = ${scope.tenantId} and pair = any(${codes}::smallint[])
      and currency in (select currency from rollup_cells where tenant_id = ${scope.tenantId} and pair = ${pairOf([])?.code ?? 0}
        and grain = ${grain} and span = ${span}::date)
      and grain = ${grain} and span = ${span}::date`);
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
