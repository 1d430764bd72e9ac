import { type SQL, sql } from "drizzle-orm";
import type { Earnings, Funnel, Overview, Pulse, RecentEvent, Waiting } from "#domain/overview.ts";
import { daysOf } from "#domain/period.ts";
import { readArms } from "./arm-views.ts";
import { countWaiting } from "./draft-views.ts";
import { countInbox } from "./inbox-views.ts";
import { iso } from "./instants.ts";
import { sumsSpeak } from "./result-sums.ts";
import { instantOf, listCurrencies, personsClick, revenueByDay, startOfDay } from "./result-views.ts";
import type { Scope } from "./scope.ts";
import { getTenant } from "./tenants.ts";

/** What was earned in the last 30 days in each currency, how far carts came, what waits for a person, and what happened last. */
export async function readOverview(scope: Scope, now: Date): Promise<Overview> {
  const { timeZone, currency: home } = await getTenant(scope);
  const days = daysOf("30d", now, timeZone);
  const start = startOfDay(days[0] ?? "", timeZone);
  const from = await instantOf(scope, start);
  const earnings: Earnings[] = [];
  const span = { start, days, timeZone, sums: await sumsSpeak(scope) };
  for (const currency of await listCurrencies(scope, span, home)) {
    const recovered = await recoveredSince(scope, start, currency);
    earnings.push({ currency, recovered, arms: await readArms(scope, { from, currency }) });
  }
  return {
    ...(await readPulse(scope, now)),
    earnings,
    days: await revenueByDay(scope, { ...span, currency: home }),
    funnel: await readFunnel(scope, start),
  };
}

/** What waits for a person, and what happened last. */
export async function readPulse(scope: Scope, now: Date): Promise<Pulse> {
  const { timeZone, pausedAt } = await getTenant(scope);
  const waiting = { ...(await readWaiting(scope, now)), paused: pausedAt !== null };
  return { now: now.toISOString(), timeZone, waiting, recent: await listRecent(scope) };
}

async function recoveredSince(scope: Scope, start: SQL, currency: string) {
  const [row] = await scope.db.execute<Earnings["recovered"]>(sql`
    select coalesce(sum(amount), 0)::float8 as revenue, count(*)::int as orders from conversions
    where model = 'last_click' and enrollment_id is not null and currency = ${currency} and ordered_at >= ${start}`);
  return row ?? { revenue: 0, orders: 0 };
}

/** One row for each cart, so that no stage can be larger than the one before it. */
async function readFunnel(scope: Scope, start: SQL): Promise<Funnel> {
  const [row] = await scope.db.execute<Funnel>(sql`
    with way as (
      select carts.id,
        bool_or(enrollments.id is not null) as enrolled,
        bool_or(exists (select from messages where messages.enrollment_id = enrollments.id and messages.status = 'sent')) as sent,
        bool_or(exists (select from messages join touchpoints on touchpoints.message_id = messages.id
          where messages.enrollment_id = enrollments.id and messages.status = 'sent' and ${personsClick})) as clicked,
        bool_or(exists (select from messages join touchpoints on touchpoints.message_id = messages.id
          join conversions on conversions.message_id = messages.id and conversions.model = 'last_click'
          where messages.enrollment_id = enrollments.id and messages.status = 'sent' and ${personsClick})) as recovered
      from carts left join enrollments on enrollments.cart_id = carts.id and enrollments.arm_kind = 'variant'
      where carts.abandoned_at >= ${start} group by carts.id
    )
    select count(*)::int as abandoned, (count(*) filter (where enrolled))::int as enrolled,
      (count(*) filter (where sent))::int as sent, (count(*) filter (where clicked))::int as clicked,
      (count(*) filter (where recovered))::int as recovered
    from way`);
  return row ?? { abandoned: 0, enrolled: 0, sent: 0, clicked: 0, recovered: 0 };
}

async function readWaiting(scope: Scope, now: Date): Promise<Omit<Waiting, "paused">> {
  const { count, nextDueAt } = await countWaiting(scope);
  const weekAgo = new Date(now.getTime() - 7 * 86_400_000).toISOString();
  const [row] = await scope.db.execute<
    Omit<Waiting, "paused" | "drafts" | "nextDueAt" | "conversations" | "conversationsSince">
  >(sql`
    select (select count(*)::int from messages where status = 'failed' and due_at >= ${weekAgo}::timestamptz) as "failedMessages",
      (select count(*)::int from webhook_events where outcome in ('rejected', 'failed')
        and received_at >= ${weekAgo}::timestamptz) as "rejectedWebhooks",
      (select count(*)::int from (select distinct on (sequence_id) version_id from publications
        order by sequence_id, at desc, id desc) newest where version_id is not null) as "liveSequences",
      (select count(*)::int from shops where disabled_at is null) as shops`);
  const rest = row ?? { failedMessages: 0, rejectedWebhooks: 0, liveSequences: 0, shops: 0 };
  const { ours, since } = await countInbox(scope);
  return { drafts: count, nextDueAt, conversations: ours, conversationsSince: since, ...rest };
}

/** Each branch reads the end of an index and no more; click ids sort by time. */
async function listRecent(scope: Scope, limit = 12): Promise<RecentEvent[]> {
  const rows = await scope.db.execute<RecentEvent & { contact_id: string }>(sql`
    select recent.kind, recent.id, recent.at, recent.cart_id as "cartId", recent.amount, recent.currency,
      coalesce(nullif(concat_ws(' ', contacts.first_name, contacts.last_name), ''), contacts.address) as who
    from (
      (select 'enrolled' as kind, id, started_at as at, cart_id, contact_id, cart_total::float8 as amount, currency
        from enrollments order by started_at desc limit ${limit})
      union all (select 'sent', id, sent_at, cart_id, contact_id, null, null
        from messages where sent_at is not null order by sent_at desc limit ${limit})
      union all (select 'clicked', touchpoints.click_id, touchpoints.at, messages.cart_id, touchpoints.contact_id, null, null
        from touchpoints join messages on messages.id = touchpoints.message_id where ${personsClick} order by touchpoints.click_id desc limit ${limit})
      union all (select 'recovered', conversions.id, conversions.ordered_at, enrollments.cart_id, enrollments.contact_id,
          conversions.amount::float8, conversions.currency
        from conversions join enrollments on enrollments.id = conversions.enrollment_id
        where conversions.model = 'last_click'
        order by conversions.ordered_at desc limit ${limit})
      union all (select 'held', drafts.id, drafts.created_at, enrollments.cart_id, enrollments.contact_id, null, null
        from drafts join decisions on decisions.id = drafts.decision_id
        join enrollments on enrollments.id = decisions.enrollment_id
        where drafts.chosen and drafts.held_reason is not null order by drafts.created_at desc limit ${limit})
    ) recent join contacts on contacts.id = recent.contact_id
    order by recent.at desc, recent.id desc limit ${limit}`);
  return [...rows].map((row) => ({ ...row, at: iso(row.at) }));
}
