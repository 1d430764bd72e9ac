import { type SQL, sql } from "drizzle-orm";
import {
  type Comparison,
  type Condition,
  conditionFields,
  type FieldName,
  type FieldType,
  type Test,
  testsIn,
} from "#domain/condition.ts";
import { type Asked, fromSources, instantSql, type Source, sourcesOfField } from "./condition-sources.ts";

/**
 * The ids of the carts or contacts for which a condition holds, as a statement over the tenant's rows: `domain/condition`
 * says what each question means, and db/condition.db.test.ts that both say the same. Null is the unanswered question.
 */
export function fittingIds(condition: Condition, asked: Asked): SQL {
  const row = rowOf(asked);
  return sql`select ${row}.id from ${fromSources(asked, sourcesOf(condition))}
    where ${standing(asked)} and ${conditionSql(condition, asked)}`;
}

/** How many fit each of several conditions, in their order, by one pass over the rows: one row with `counts`. */
export function fittingCounts(conditions: Condition[], asked: Asked): SQL {
  const counts = conditions.map((condition) => sql`count(*) filter (where ${conditionSql(condition, asked)})`);
  const needed = new Set(conditions.flatMap((condition) => [...sourcesOf(condition)]));
  return sql`select array[${sql.join(counts, sql`, `)}]::int[] as counts
    from ${fromSources(asked, needed)} where ${standing(asked)}`;
}

const rowOf = ({ of }: Asked): SQL => (of === "cart" ? sql`c` : sql`p`);

/** Erased people are nobody. */
function standing(asked: Asked): SQL {
  const erased = asked.of === "contact" ? sql` and p.erased_at is null` : sql``;
  return sql`${rowOf(asked)}.tenant_id = ${asked.tenantId}${erased}`;
}

/** What a condition needs beside the rows that it is asked of. */
export function sourcesOf(condition: Condition): Set<Source> {
  return new Set(testsIn(condition).flatMap((test) => ("step" in test ? [] : (sourcesOfField[test.field] ?? []))));
}

/** The condition as an expression over the rows of `fromSources`: true, false or null. */
export function conditionSql(condition: Condition, asked: Asked): SQL {
  switch (condition.kind) {
    case "all":
      return grouped(condition.of, asked, { word: sql` and `, ofNone: sql`true` });
    case "any":
      return grouped(condition.of, asked, { word: sql` or `, ofNone: sql`false` });
    case "not":
      return sql`(not ${conditionSql(condition.of, asked)})`;
    case "test":
      return testSql(condition, asked);
  }
}

function grouped(parts: Condition[], asked: Asked, { word, ofNone }: { word: SQL; ofNone: SQL }): SQL {
  if (parts.length === 0) return ofNone;
  return sql`(${sql.join(
    parts.map((part) => conditionSql(part, asked)),
    word,
  )})`;
}

function testSql(test: Test, asked: Asked): SQL {
  if ("step" in test) return stepSql(test, asked);
  const fact = factSql(test.field, asked);
  const type: FieldType = conditionFields[test.field];
  if (test.op === "set") {
    const known = type === "texts" ? sql`coalesce(cardinality(${fact}) > 0, false)` : sql`(${fact} is not null)`;
    return sql`(${known} = ${test.value}::boolean)`;
  }
  switch (test.op) {
    case "within":
      return withinSql(fact, new Date(asked.now.getTime() - test.value * 86_400_000));
    case "contains":
      return type === "texts" ? sql`(${fact} && ${texts([test.value])})` : sql`(strpos(${fact}, ${test.value}) > 0)`;
    case "in":
      return type === "texts"
        ? sql`(${fact} && ${texts(test.value)})`
        : sql`(case when ${fact} is not null then ${fact} = any(${texts(test.value)}) end)`;
    default:
      return compareSql(test, fact);
  }
}

type Compared = Extract<Test, { op: Comparison; field: FieldName }>;

function compareSql({ field, op, value }: Compared, fact: SQL): SQL {
  const sign = signs[op];
  if (typeof value === "object") {
    const { amount, currency } = value;
    return sql`(case when ${currencySql(field)} is null or ${currencySql(field)} = ${currency}
      then ${fact} ${sign} ${amount}::bigint end)`;
  }
  if (typeof value === "number") return sql`(${fact} ${sign} ${value}::bigint)`;
  return typeof value === "boolean" ? sql`(${fact} ${sign} ${value}::boolean)` : sql`(${fact} ${sign} ${value})`;
}

const signs: Record<Comparison, SQL> = {
  ...{ eq: sql`=`, ne: sql`<>`, lt: sql`<`, lte: sql`<=`, gt: sql`>`, gte: sql`>=` },
};

/** Without orders there is no currency, and nothing was spent in any of them. */
const currencySql = (field: FieldName): SQL => (field === "cart.value" ? sql`c.currency` : sql`o.low`);

/** That it never happened is known of every contact that is. */
function withinSql(fact: SQL, since: Date): SQL {
  return sql`(case when p.id is not null then coalesce(${fact} >= ${instantSql(since)}, false) end)`;
}

function texts(values: string[]): SQL {
  return sql`array[${sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  )}]::text[]`;
}

const ofCart = (fact: SQL): SQL => sql`(case when c.id is not null then ${fact} end)`;
const ofContact = (fact: SQL): SQL => sql`(case when p.id is not null then ${fact} end)`;
function factSql(field: FieldName, { of, now }: Asked): SQL {
  if (field === "customer.daysSinceOrder")
    return sql`floor(extract(epoch from (${instantSql(now)} - o.last_at)) / 86400)`;
  if (field === "customer.abandonments") {
    // The cart in question is no past one.
    const own = sql`coalesce(c.abandoned_at <= ${instantSql(now)}, false)::int`;
    return ofContact(of === "cart" ? sql`coalesce(a.carts, 0) - ${own}` : sql`coalesce(a.carts, 0)`);
  }
  return plainFacts[field];
}

const plainFacts: Record<Exclude<FieldName, "customer.daysSinceOrder" | "customer.abandonments">, SQL> = {
  "cart.value": sql`c.total`,
  "cart.lines": sql`jsonb_array_length(c.lines)`,
  "cart.quantity": ofCart(
    sql`(select coalesce(sum((l ->> 'quantity')::numeric), 0) from jsonb_array_elements(c.lines) l)`,
  ),
  "cart.products": ofCart(
    sql`array(select l ->> 'productId' from jsonb_array_elements(c.lines) l where l ->> 'productId' is not null)`,
  ),
  "cart.categories": sql`gc.names`,
  "cart.brands": sql`gb.names`,
  "cart.discounted": ofCart(sql`(c.totals ->> 'discount')::numeric > 0 or cardinality(c.discount_codes) > 0`),
  "cart.phase": sql`c.phase`,
  "cart.shop": sql`c.shop_id`,
  "cart.loggedIn": ofCart(sql`c.customer_external_id is not null`),
  "cart.device": sql`c.device`,
  "customer.lifetimeValue": ofContact(sql`case when o.contact_id is null then 0 when o.low = o.high then o.spent end`),
  "customer.orders": ofContact(sql`coalesce(o.orders, 0)`),
  "customer.discountsUsed": ofContact(sql`coalesce(o.discounted, 0)`),
  "contact.country": sql`upper(p.country collate "C")`,
  "contact.language": sql`lower(split_part(replace(p.language, '_', '-'), '-', 1) collate "C")`,
  "contact.tags": ofContact(sql`coalesce(p.tags, '{}'::text[]) || coalesce(p.shop_tags, '{}'::text[])`),
  "contact.loyaltyTier": sql`p.loyalty_tier`,
  "contact.consent": sql`s.state`,
  "engagement.opened": sql`e.last_at`,
  "engagement.clicked": sql`k.last_at`,
};

/** Of the enrollment of this cart in the walked sequence; a step that never came to a message was not sent. */
function stepSql({ field, step, value }: Extract<Test, { step: string }>, { tenantId, of, now, walk }: Asked): SQL {
  if (!walk || of === "contact") return sql`null::boolean`;
  const until = instantSql(now);
  const clicked = sql`exists (select 1 from touchpoints t
    where t.tenant_id = m.tenant_id and t.message_id = m.id and t.kind = 'click' and t.by = 'person' and t.at <= ${until})`;
  const opened = sql`(${clicked} or exists (select 1 from touchpoints v
    where v.tenant_id = m.tenant_id and v.message_id = m.id and v.kind = 'open' and v.by = 'person' and v.at <= ${until}))`;
  const asked = { "step.sent": sql`true`, "step.opened": opened, "step.clicked": clicked }[field];
  return sql`(exists (select 1 from messages m
    join enrollments n on n.tenant_id = m.tenant_id and n.id = m.enrollment_id
    where n.tenant_id = ${tenantId} and n.cart_id = c.id and n.sequence_id = ${walk.sequenceId}
      and m.position = ${walk.positions[step] ?? -1} and m.sent_at <= ${until} and ${asked}) = ${value}::boolean)`;
}
