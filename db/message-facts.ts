import { type SQL, sql } from "drizzle-orm";
import { dimensions } from "#domain/explore.ts";
import type { Scope } from "./scope.ts";

// What a message is told apart by, read from the rows that stand when it is queued. In the order of `dimensions`.

const depth = sql`case when i.kind is distinct from 'percent' or coalesce(i.percent, 0) <= 0 then 'none'
  when i.percent <= 5 then '1-5' when i.percent <= 10 then '6-10' when i.percent <= 15 then '11-15'
  when i.percent <= 20 then '16-20' when i.percent <= 30 then '21-30' else '31+' end`;

const delay = sql`case when s.delay is null then 'unknown' when s.delay < 60 then '0-1h' when s.delay < 240 then '1-4h'
  when s.delay < 720 then '4-12h' when s.delay < 1440 then '12-24h' when s.delay < 2880 then '24-48h'
  when s.delay < 5760 then '48-96h' else '96h+' end`;

const segment = sql`case when d.brief is null then 'unknown' when (d.brief -> 'contact' ->> 'vip')::boolean then 'vip'
  when (d.brief -> 'contact' ->> 'returning')::boolean then 'returning' else 'new' end`;

/** Words that a person wrote may name somebody, so the lists hold a subject of theirs under its writer's name only. */
const subject = sql`case when d.writer = 'member' then '(written by a member)' else coalesce(left(d.words ->> 'subject', 200), '') end`;

const texts = sql`array[
  coalesce(i.kind, 'none'), ${depth}, ${delay}, (m.position + 1)::text, e.sequence_id, ${segment},
  coalesce(d.brief -> 'hints' ->> 'device', 'unknown'), coalesce(nullif(c.country, ''), 'unknown'),
  coalesce(d.language, 'unknown'), coalesce(d.brief ->> 'template', s.template, 'unknown'), coalesce(d.mode, 'unknown'),
  coalesce(d.writer, 'unknown'), e.arm, ${subject}]`;

const stood = (tenantId: string, which: SQL) => sql`
  select m.id as message_id, m.enrollment_id, e.currency, e.version_id, m.position, coalesce(m.incentive_id, '') as incentive_id, ${texts} as texts,
    coalesce((select array_agg(distinct line ->> 'productId') from jsonb_array_elements(k.lines) line
      where line ->> 'productId' is not null), '{}') as products
  from messages m
  join enrollments e on e.tenant_id = m.tenant_id and e.id = m.enrollment_id
  left join contacts c on c.tenant_id = m.tenant_id and c.id = m.contact_id
  left join carts k on k.tenant_id = m.tenant_id and k.id = m.cart_id
  left join drafts d on d.tenant_id = m.tenant_id and d.id = m.draft_id
  left join incentives i on i.tenant_id = m.tenant_id and i.id = m.incentive_id
  left join lateral (
    select (v.steps -> m.position ->> 'delayMinutes')::int as delay, v.steps -> m.position ->> 'template' as template
    from sequence_versions v where v.tenant_id = e.tenant_id and v.id = e.version_id
  ) s on true
  where m.tenant_id = ${tenantId} and ${which}`;

/** Notes what stands for messages, by their ids. One that has left keeps what stood then. */
export async function recordMessageFacts(scope: Scope, messageIds: string[]): Promise<void> {
  if (messageIds.length === 0) return;
  const which = sql`m.id in (select jsonb_array_elements_text(${JSON.stringify(messageIds)}::text::jsonb))
    and not exists (select from message_facts f where f.tenant_id = m.tenant_id and f.message_id = m.id and f.sent_on is not null)`;
  await nameValues(scope, which);
  await scope.db.execute(sql`
    insert into message_facts (tenant_id, message_id, enrollment_id, currency, version_id, position, incentive_id, codes, products)
    select ${scope.tenantId}, stood.message_id, stood.enrollment_id, stood.currency, stood.version_id, stood.position, stood.incentive_id,
      (select array_agg(v.code order by place) || array[0, 0]
        from unnest(stood.texts) with ordinality as said(value, place)
        join rollup_values v on v.tenant_id = ${scope.tenantId} and v.value = said.value
          and v.dimension = (${namesOfDimensions}::text[])[said.place]),
      coalesce((select array_agg(v.code order by v.code) from unnest(stood.products) as said(value)
        join rollup_values v on v.tenant_id = ${scope.tenantId} and v.dimension = 'product' and v.value = said.value), '{}')
    from (${stood(scope.tenantId, which)}) stood
    on conflict (tenant_id, message_id) do update set codes = excluded.codes, products = excluded.products,
      version_id = excluded.version_id, position = excluded.position, incentive_id = excluded.incentive_id
      where message_facts.sent_on is null`);
}

/** Where a message stood in its sequence, for facts of before that was noted. */
export async function placeMessages(scope: Scope, messageIds: string[]): Promise<void> {
  await scope.db.execute(sql`
    update message_facts f set version_id = e.version_id, position = m.position, incentive_id = coalesce(m.incentive_id, '')
    from messages m join enrollments e on e.tenant_id = m.tenant_id and e.id = m.enrollment_id
    where f.tenant_id = ${scope.tenantId} and f.version_id = '' and m.tenant_id = f.tenant_id and m.id = f.message_id
      and f.message_id in (select jsonb_array_elements_text(${JSON.stringify(messageIds)}::text::jsonb))`);
}

const namesOfDimensions = sql.raw(`'{${dimensions.slice(0, 14).join(",")}}'`);

/** Gives codes to texts that have none; hours and weekdays get theirs once. */
async function nameValues(scope: Scope, which: SQL): Promise<void> {
  await scope.db.execute(sql`
    with stood as (${stood(scope.tenantId, which)}),
    said as (
      select (${namesOfDimensions}::text[])[place] as dimension, value
      from stood, unnest(texts) with ordinality as one(value, place)
      union select 'product', value from stood, unnest(products) as one(value)
    )
    insert into rollup_values (tenant_id, dimension, value)
    select distinct ${scope.tenantId}, dimension, value from said
    where not exists (select from rollup_values v
      where v.tenant_id = ${scope.tenantId} and v.dimension = said.dimension and v.value = said.value)
    order by 2, 3
    on conflict (tenant_id, dimension, value) do nothing`);
}

/** Codes for all hours and weekdays, which are known beforehand. */
export async function nameTimes(scope: Scope): Promise<void> {
  await scope.db.execute(sql`
    insert into rollup_values (tenant_id, dimension, value)
    select ${scope.tenantId}, dimension, value from (
      select 'hour' as dimension, lpad(hour::text, 2, '0') as value from generate_series(0, 23) as hour
      union all select 'weekday', weekday::text from generate_series(1, 7) as weekday) times
    where not exists (select from rollup_values v
      where v.tenant_id = ${scope.tenantId} and v.dimension = times.dimension and v.value = times.value)
    order by 2, 3 on conflict (tenant_id, dimension, value) do nothing`);
}
