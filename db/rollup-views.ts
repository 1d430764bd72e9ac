import { type SQL, sql } from "drizzle-orm";
import { AppError } from "#domain/app-error.ts";
import { type CoverSpan, coverOf, monthEnd, monthOf, monthsOf } from "#domain/explore/cover.ts";
import { type Pair, pairOf } from "#domain/explore/pairs.ts";
import {
  type Cube,
  type CubeAsked,
  type CubeCell,
  type Dimension,
  dimensions,
  type Filters,
  measures,
  wideDimensions,
} from "#domain/explore.ts";
import { countColumns } from "./rollup-cells.ts";
import type { Scope } from "./scope.ts";

/** Most messages that are read one by one, where more is asked at once than any cell holds. */
const mostRead = 250_000;
const mostValues = 20;

type Plan = Required<Pick<CubeAsked, "from" | "to" | "currency" | "by">> & {
  codes: Map<Dimension, number[]>;
  limit: number;
};

/**
 * Messages by the day they were sent, whenever what they brought came, by at most two dimensions. Two dimensions in all, of
 * `by` and filters together, are read from cells at any size; three and more from the messages, of which there may be 250,000.
 */
export async function readCube(scope: Scope, asked: CubeAsked): Promise<Cube> {
  const { from, to, currency, by, filters = {}, limit = mostValues } = asked;
  if (by.length > 2 || new Set(by).size < by.length) throw new AppError("invalid", "At most two dimensions", "by");
  const named = [...new Set([...by, ...filtered(filters)])];
  const pair = named.length <= 2 ? pairOf(named) : null;
  const plan = { from, to, currency, by, limit, codes: await codesOf(scope, filters) };
  if (!pair) return fromMessages(scope, plan);
  const covered = pair.wide ? { from: monthOf(from), to: monthEnd(to) } : { from, to };
  return fromCells(scope, { ...plan, ...covered }, pair);
}

const filtered = (filters: Filters): Dimension[] => dimensions.filter((dimension) => filters[dimension] !== undefined);

/** The codes of a filter's values; a value that nobody has seen has a code that nothing has. */
export async function codesOf(scope: Scope, filters: Filters): Promise<Map<Dimension, number[]>> {
  const named = filtered(filters);
  if (named.length === 0) return new Map();
  const wanted = JSON.stringify(
    named.flatMap((dimension) => (filters[dimension] ?? []).map((value) => ({ dimension, value }))),
  );
  const rows = await scope.db.execute<{ dimension: Dimension; code: number }>(sql`
    select v.dimension, v.code from rollup_values v
    join jsonb_to_recordset(${wanted}::text::jsonb) as said(dimension text, value text)
      on said.dimension = v.dimension and said.value = v.value
    where v.tenant_id = ${scope.tenantId}`);
  return new Map(
    named.map((dimension) => [
      dimension,
      [-1, ...[...rows].filter((row) => row.dimension === dimension).map((row) => row.code)],
    ]),
  );
}

const sums = sql.raw(
  countColumns.map((column, place) => `sum(sign * ${column})::float8 as "${measures[place]}"`).join(", "),
);
const counts = sql.raw(countColumns.join(", "));
const codeList = (codes: number[]) => sql`${`{${codes.join(",")}}`}::int[]`;
const placeOf = (dimension: Dimension) => dimensions.indexOf(dimension);

async function fromCells(scope: Scope, plan: Plan, pair: Pair): Promise<Cube> {
  const cut = await cutOf(scope, plan);
  const codes = cut ? new Map([...plan.codes, [cut.dimension, cut.codes]]) : plan.codes;
  const rows = await scope.db.execute<RawCell>(sql`
    select ${keysOf(plan.by, pair)}, ${sums} from (${contributions(scope, { ...plan, codes }, pair)}) parts group by 1, 2`);
  return {
    covered: { from: plan.from, to: plan.to },
    source: "cells",
    cells: await named(scope, rows, plan.by),
    cut: cut && { dimension: cut.dimension, shown: cut.codes.length, of: cut.of },
  };
}

type RawCell = Record<string, number> & { x: number | null; y: number | null };

function keysOf(by: Dimension[], pair: Pair): SQL {
  const column = (dimension: Dimension | undefined) => {
    if (!dimension) return sql`null::int`;
    return placeOf(dimension) === pair.first ? sql`a` : sql`b`;
  };
  return sql`${column(by[0])} as x, ${column(by[1])} as y`;
}

/** The parts whose sum is the answer: cells of the spans that cover the days, and changes that they do not hold yet. */
function contributions(scope: Scope, plan: Plan, pair: Pair): SQL {
  const spans = pair.wide ? monthsOf(plan.from, plan.to) : coverOf(plan.from, plan.to, lastDay);
  const only = (place: number | null, column: SQL) => {
    const codes = place === null ? undefined : plan.codes.get(dimensions[place] ?? "product");
    return codes ? sql`and ${column} = any(${codeList(codes)})` : sql``;
  };
  const parts = (sign: 1 | -1) =>
    spanParts(
      scope,
      plan.currency,
      pair,
      spans.filter((span) => span.sign === sign),
    );
  return sql`
    select a, b, sign, ${counts} from (
      ${parts(1)} union all ${parts(-1)} union all
      ${deltaParts(scope, plan, pair)}
    ) all_parts where true ${only(pair.first, sql`a`)} ${only(pair.second, sql`b`)}`;
}

// Nothing is sent later than this, so that a period which ends today takes its whole month.
const lastDay = "9999-12-31";

function spanParts(scope: Scope, currency: string, pair: Pair, spans: CoverSpan[]): SQL {
  const of = (grain: "day" | "month") =>
    sql`${`{${spans
      .filter((one) => one.grain === grain)
      .map((one) => one.span)
      .join(",")}}`}::date[]`;
  const grain = (name: "day" | "month") => sql`
    select a, b, ${sql.raw(String(spans[0]?.sign ?? 1))} as sign, ${counts} from rollup_cells
    where tenant_id = ${scope.tenantId} and pair = ${pair.code} and currency = ${currency} and grain = ${name} and span = any(${of(name)})`;
  return sql`${grain("month")} union all ${grain("day")}`;
}

function deltaParts(scope: Scope, { from, to, currency }: Plan, pair: Pair): SQL {
  const code = (place: number | null) => {
    if (place === null) return sql`0`;
    return place === placeOf("product") ? sql`product` : sql`codes[${sql.raw(String(place + 1))}]`;
  };
  const products = pair.first === placeOf("product") || pair.second === placeOf("product");
  return sql`
    select ${code(pair.first)}, ${code(pair.second)}, 1, ${counts}
    from rollup_deltas ${products ? sql`cross join lateral unnest(products) as one(product)` : sql``}
    where tenant_id = ${scope.tenantId} and currency = ${currency} and day between ${from}::date and ${to}::date`;
}

/** Of a wide dimension the most sent values, unless the values are given. */
async function cutOf(scope: Scope, plan: Plan): Promise<{ dimension: Dimension; codes: number[]; of: number } | null> {
  const dimension = plan.by.find((one) => wideDimensions.includes(one) && !plan.codes.has(one));
  const pair = dimension && pairOf([dimension]);
  if (!dimension || !pair) return null;
  const rows = await scope.db.execute<{ a: number; of: number }>(sql`
    select a, (count(*) over ())::int as of from (
      select a, sum(sign * sent) as sent from (${contributions(scope, { ...plan, codes: new Map() }, pair)}) parts
      group by a having sum(sign * sent) > 0) values_sent
    order by sent desc, a limit ${plan.limit}`);
  return { dimension, codes: [...rows].map((row) => row.a), of: rows[0]?.of ?? 0 };
}

async function named(scope: Scope, rows: Iterable<RawCell>, by: Dimension[]): Promise<CubeCell[]> {
  const kept = [...rows].filter((row) => measures.some((measure) => row[measure] !== 0 && row[measure] !== null));
  const codes = [...new Set(kept.flatMap((row) => [row.x, row.y].filter((code) => code !== null)))];
  const texts = await textsOf(scope, codes);
  return kept.map(({ x, y, ...sum }) => ({
    ...countsOf(sum),
    values: [x, y].slice(0, by.length).map((code) => texts.get(code ?? 0) ?? "unknown"),
  }));
}

function countsOf(row: Record<string, number>): Omit<CubeCell, "values"> {
  const of = (measure: (typeof measures)[number]) => row[measure] ?? 0;
  return {
    ...{ sent: of("sent"), delivered: of("delivered"), opened: of("opened"), clicked: of("clicked") },
    ...{ machineClicked: of("machineClicked"), bounced: of("bounced"), unsubscribed: of("unsubscribed") },
    ...{ complained: of("complained"), orders: of("orders"), revenue: of("revenue"), discount: of("discount") },
    costMicros: of("costMicros"),
  };
}

async function textsOf(scope: Scope, codes: number[]): Promise<Map<number, string>> {
  if (codes.length === 0) return new Map();
  const rows = await scope.db.execute<{ code: number; value: string }>(
    sql`select code, value from rollup_values where tenant_id = ${scope.tenantId} and code = any(${codeList(codes)})`,
  );
  return new Map([...rows].map((row) => [row.code, row.value]));
}

/** What a filter asks of a message's facts. */
export function filterOf(codes: Map<Dimension, number[]>): SQL {
  const parts = [...codes].map(([dimension, wanted]) =>
    dimension === "product"
      ? sql`and products && ${codeList(wanted)}`
      : sql`and codes[${sql.raw(String(placeOf(dimension) + 1))}] = any(${codeList(wanted)})`,
  );
  return sql.join(parts, sql` `);
}

async function fromMessages(scope: Scope, plan: Plan): Promise<Cube> {
  const { from, to, currency, by } = plan;
  const which = sql`tenant_id = ${scope.tenantId} and sent_on between ${from}::date and ${to}::date`;
  const [found] = await scope.db.execute<{ many: boolean }>(sql`
    select sum(sent) > ${mostRead} as many from rollup_days
    where tenant_id = ${scope.tenantId} and day between ${from}::date and ${to}::date`);
  if (found?.many)
    throw new AppError("invalid", "Three things at once are read message by message: choose fewer days", "from");
  const key = (dimension: Dimension | undefined) => {
    if (!dimension) return sql`null::int`;
    if (dimension !== "product") return sql`codes[${sql.raw(String(placeOf(dimension) + 1))}]`;
    const wanted = plan.codes.get("product");
    return wanted
      ? sql`unnest(array(select p from unnest(products) p where p = any(${codeList(wanted)})))`
      : sql`unnest(case when products = '{}' then array[0] else products end)`;
  };
  const rows = await scope.db.execute<RawCell>(sql`
    select x, y, ${sql.raw(countColumns.map((column, place) => `sum(${column})::float8 as "${measures[place]}"`).join(", "))} from (
      select ${key(by[0])} as x, ${key(by[1])} as y, ${sql.raw(
        [
          "(currency = said)::int as sent",
          ...["delivered", "opened", "clicked", "machine_clicked", "bounced", "unsubscribed", "complained"].map(
            (column) => `(currency = said and ${column}_on is not null)::int as ${column}`,
          ),
          ...["orders", "revenue", "discount"].map(
            (column) => `case when currency = said then ${column} else 0 end as ${column}`,
          ),
          "case when cost_currency = said then cost_micros else 0 end as cost_micros",
        ].join(", "),
      )}
      from message_facts cross join (select ${currency}::text as said) asked
      where ${which} and (currency = said or cost_currency = said) ${filterOf(plan.codes)}) facts
    group by x, y`);
  return { covered: { from, to }, source: "messages", cells: await named(scope, rows, by), cut: null };
}
