import { type SQL, sql } from "drizzle-orm";
import type { ArmChoice, Figure, FigureRow, FigureRows, Stage } from "#domain/figure-row.ts";
import { armContacts } from "./arm-views.ts";
import { pageOf, readPosition } from "./keyset.ts";
import { rowsBehind } from "./rollup-rows.ts";
import type { Scope } from "./scope.ts";
import { getTenant } from "./tenants.ts";

type Turned = { after?: string | null; limit?: number };
type Found = Omit<FigureRow, "arm" | "times"> & { sort: string; arm?: string; times?: number };

/** The rows behind a figure, newest first, so many to a page. */
export async function listFigureRows(scope: Scope, figure: Figure, { after, limit = 50 }: Turned): Promise<FigureRows> {
  if (figure.kind === "messages") return messageRows(scope, figure, { after, limit });
  const position = readPosition(after);
  const found = await scope.db.execute<Found>(await statementOf(scope, figure, position, limit + 1));
  const sorted = [...found].map((row) => ({ row, at: row.sort, id: row.id }));
  const { kept, next } = pageOf(sorted, limit);
  return {
    rows: kept.map(({ row: { sort: _, ...row } }) => ({ arm: null, times: 1, ...row })),
    next,
  };
}

/** A person's name, or the address where none is known; nobody once erased. */
const who = sql`case when c.erased_at is null then coalesce(nullif(concat_ws(' ', c.first_name, c.last_name), ''), c.address) end`;

type Place = ReturnType<typeof readPosition>;

async function statementOf(
  scope: Scope,
  figure: Exclude<Figure, { kind: "messages" }>,
  position: Place,
  most: number,
): Promise<SQL> {
  if (figure.kind === "enrollments") return enrollmentRows(scope, figure, position, most);
  const { timeZone } = await getTenant(scope);
  const span = { ...figure, timeZone };
  if (figure.kind === "orders") return orderRows(scope, span, position, most);
  if (figure.kind === "drafts") return draftRows(scope, span, position, most);
  return armRows(scope, span, position, most);
}

async function messageRows(
  scope: Scope,
  figure: Extract<Figure, { kind: "messages" }>,
  turned: Turned,
): Promise<FigureRows> {
  const { rows, next } = await rowsBehind(scope, { ...figure, ...turned });
  const ids = JSON.stringify(rows.map((row) => row.messageId));
  const told = await scope.db.execute<{ id: string; who: string | null; what: string | null; cartId: string }>(sql`
    select m.id, ${who} as who, m.subject as what, m.cart_id as "cartId"
    from messages m left join contacts c on c.tenant_id = m.tenant_id and c.id = m.contact_id
    where m.tenant_id = ${scope.tenantId} and m.id in (select jsonb_array_elements_text(${ids}::text::jsonb))`);
  const byId = new Map([...told].map((row) => [row.id, row]));
  const isMoney = figure.measure === "revenue" || figure.measure === "discount" || figure.measure === "costMicros";
  return {
    rows: rows.map(({ messageId, day, times, amount }) => {
      const message = byId.get(messageId);
      return {
        ...{ id: messageId, day, messageId, orderId: null, arm: null, times, amount: isMoney ? amount : null },
        ...{ who: message?.who ?? null, what: message?.what ?? null, cartId: message?.cartId ?? null },
      };
    }),
    next,
  };
}

// Each stage is its own column, so that a list is the figure's rows and no others.
const stageTests: Record<Stage, SQL> = {
  enrolled: sql`true`,
  sent: sql`f.sent`,
  delivered: sql`f.delivered`,
  clicked: sql`f.clicked`,
  recovered: sql`f.recovered_on is not null`,
  ordered: sql`f.ordered`,
};

type Enrollments = Extract<Figure, { kind: "enrollments" }>;

function enrollmentRows(scope: Scope, figure: Enrollments, position: Place, most: number): SQL {
  const { from, to, currency, stage, arm, sequence } = figure;
  return sql`
    select f.enrollment_id as id, f.enrolled_on::text as sort, f.enrolled_on::text as day, ${who} as who,
      s.name as what, e.cart_id as "cartId", null as "orderId", null as "messageId", f.arm_kind as arm,
      case when f.revenue <> 0 then f.revenue::float8 end as amount
    from enrollment_facts f
    join enrollments e on e.tenant_id = f.tenant_id and e.id = f.enrollment_id
    left join contacts c on c.tenant_id = f.tenant_id and c.id = e.contact_id
    left join sequences s on s.tenant_id = f.tenant_id and s.id = f.sequence_id
    where f.tenant_id = ${scope.tenantId} and f.enrolled_on between ${from}::date and ${to}::date and f.currency = ${currency}
      and ${stageTests[stage]} ${armTest(arm)} ${sequence ? sql`and f.sequence_id = ${sequence}` : sql``}
      ${position ? sql`and (f.enrolled_on, f.enrollment_id) < (${position.at}::date, ${position.id})` : sql``}
    order by f.enrolled_on desc, f.enrollment_id desc limit ${most}`;
}

function armTest(arm: ArmChoice): SQL {
  return arm === "both" ? sql`` : sql`and f.arm_kind = ${arm}`;
}

type Zoned = { from: string; to: string; currency: string; timeZone: string };

const within = (column: SQL, { from, to, timeZone }: Zoned) => sql`
  ${column} >= (${from}::date::timestamp at time zone ${timeZone}) and ${column} < ((${to}::date + 1)::timestamp at time zone ${timeZone})`;

function orderRows(scope: Scope, span: Zoned, position: Place, most: number): SQL {
  return sql`
    select v.id, v.ordered_at::text as sort, (v.ordered_at at time zone ${span.timeZone})::date::text as day,
      ${who} as who, o.number as what, e.cart_id as "cartId", v.order_id as "orderId",
      v.message_id as "messageId", v.amount::float8 as amount
    from conversions v
    left join enrollments e on e.tenant_id = v.tenant_id and e.id = v.enrollment_id
    left join orders o on o.tenant_id = v.tenant_id and o.id = v.order_id
    left join contacts c on c.tenant_id = v.tenant_id and c.id = e.contact_id
    where v.tenant_id = ${scope.tenantId} and v.model = 'last_click' and v.message_id is not null
      and v.currency = ${span.currency} and ${within(sql`v.ordered_at`, span)}
      ${position ? sql`and (v.ordered_at, v.id) < (${position.at}::timestamptz, ${position.id})` : sql``}
    order by v.ordered_at desc, v.id desc limit ${most}`;
}

function draftRows(scope: Scope, span: Zoned, position: Place, most: number): SQL {
  return sql`
    select d.id, d.created_at::text as sort, (d.created_at at time zone ${span.timeZone})::date::text as day,
      ${who} as who, d.words ->> 'subject' as what, e.cart_id as "cartId", null as "orderId",
      null as "messageId", d.cost_micros::float8 as amount
    from drafts d
    left join decisions n on n.tenant_id = d.tenant_id and n.id = d.decision_id
    left join enrollments e on e.tenant_id = d.tenant_id and e.id = n.enrollment_id
    left join contacts c on c.tenant_id = d.tenant_id and c.id = e.contact_id
    where d.tenant_id = ${scope.tenantId} and d.writer = 'language_model' and d.cost_currency = ${span.currency}
      and ${within(sql`d.created_at`, span)}
      ${position ? sql`and (d.created_at, d.id) < (${position.at}::timestamptz, ${position.id})` : sql``}
    order by d.created_at desc, d.id desc limit ${most}`;
}

/** The contacts of both arms, each with what it spent while it was watched: the sums of these make the difference. */
async function armRows(scope: Scope, span: Zoned, position: Place, most: number): Promise<SQL> {
  const contacts = await armContacts(scope, span);
  return sql`
    select spent.contact_id || ' ' || spent.arm_kind as id, spent.started::text as sort,
      (spent.started at time zone ${span.timeZone})::date::text as day, ${who} as who,
      null as what, spent.cart_id as "cartId", null as "orderId", null as "messageId", spent.arm_kind as arm,
      spent.revenue::float8 as amount, spent.orders::int as times
    from (${contacts}) spent join contacts c on c.tenant_id = ${scope.tenantId} and c.id = spent.contact_id
    ${position ? sql`where (spent.started, spent.contact_id || ' ' || spent.arm_kind) < (${position.at}::timestamptz, ${position.id})` : sql``}
    order by spent.started desc, 1 desc limit ${most}`;
}
