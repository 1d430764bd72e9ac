import { randomUUID } from "node:crypto";
import { acrossTenantsStandingDrafts } from "./across-tenants-oversight.ts";
import {
  type AbandonedRow,
  acrossTenantsTellAbandoned,
  acrossTenantsTellSent,
  type SentRow,
} from "./across-tenants-webhooks.ts";
import { workerSql } from "./connections.ts";
import { credentialsContext } from "./credentials.ts";
import { reseal } from "./encryption.ts";
import { iso } from "./instants.ts";
import { type ShopSecrets, secretContext } from "./shops.ts";

// Statements over many tenants in one round trip, each with tenant_id in every key: intake, abandonment, the send loop.

export type QuietCartRow = {
  tenantId: string;
  id: string;
  lineCount: number;
  contactId: string | null;
  lastActivityAt: Date;
  abandonmentMinutes: number;
};

/** Carts that have been quiet for their tenant's threshold, oldest first; the caller asks `isAbandoned` about each. */
export async function acrossTenantsQuietCarts(now: Date, limit: number): Promise<QuietCartRow[]> {
  return workerSql()<QuietCartRow[]>`
    select c.tenant_id as "tenantId", c.id, jsonb_array_length(c.lines) as "lineCount", c.contact_id as "contactId",
      c.last_activity_at as "lastActivityAt", p.abandonment_minutes as "abandonmentMinutes"
    from policies p
    join carts c on c.tenant_id = p.tenant_id and c.abandoned_at is null and c.ordered_at is null
      and c.deleted_at is null and c.contact_id is not null and c.merged_into is null and c.stands_for = 'basket' and jsonb_array_length(c.lines) > 0
      and c.last_activity_at <= ${iso(now)}::timestamptz - make_interval(mins => p.abandonment_minutes)
    order by c.last_activity_at limit ${limit}`;
}

/** Marks carts as abandoned since the moment their quiet began to count; once only. Who is being told of is left for later. */
export async function acrossTenantsMarkAbandoned(
  carts: { tenantId: string; id: string; abandonedAt: Date }[],
): Promise<void> {
  if (carts.length === 0) return;
  const rows = JSON.stringify(
    carts.map((cart) => ({ tenant_id: cart.tenantId, id: cart.id, at: iso(cart.abandonedAt) })),
  );
  await workerSql().begin(async (sql) => {
    const marked = await sql<AbandonedRow[]>`
    update carts c set abandoned_at = r.at
    from (
      select k.tenant_id, k.id, said.at
      from jsonb_to_recordset(${rows}::text::jsonb) as said(tenant_id text, id text, at timestamptz)
      join carts k on k.tenant_id = said.tenant_id and k.id = said.id and k.abandoned_at is null and k.ordered_at is null
      for update of k skip locked
    ) r
    where c.tenant_id = r.tenant_id and c.id = r.id
    returning c.tenant_id as "tenantId", c.id, c.shop_id as "shopId", c.contact_id as "contactId", c.total, c.currency,
      jsonb_array_length(c.lines) as "lineCount", c.abandoned_at as "abandonedAt"`;
    await acrossTenantsTellAbandoned(sql, marked);
  });
}

/** `claim` is the batch under which it was first handed over; `retaken` says that an earlier try may have got through. */
export type ClaimedMessage = {
  tenantId: string;
  id: string;
  claim: string;
  attempts: number;
  retaken: boolean;
  firstClaimedAt: string;
};

/**
 * Claims due messages for a run by one atomic update. Messages that this run holds from a try that broke off, that were
 * put off without an answer, or that a run which died `staleSeconds` ago holds, are taken again under their old claim and
 * with all that it held, so that a mailer meets the same batch a second time. New ones never join an old claim.
 */
export async function acrossTenantsClaimMessages(
  ids: { tenantId: string; id: string }[],
  runId: string,
  now: Date,
  staleSeconds: number,
): Promise<ClaimedMessage[]> {
  if (ids.length === 0) return [];
  const rows = JSON.stringify(ids.map((one) => ({ tenant_id: one.tenantId, id: one.id })));
  const fresh = `${runId}.${randomUUID()}`;
  return workerSql()<ClaimedMessage[]>`
    with asked as (
      select m.tenant_id, m.id, m.status, m.claim, m.claimed_at, m.due_at
      from messages m join jsonb_to_recordset(${rows}::text::jsonb) as r(tenant_id text, id text)
        on r.tenant_id = m.tenant_id and r.id = m.id),
    broken as (
      select claim from asked where status = 'sending' and (split_part(claim, '.', 1) = ${runId}
        or (due_at <= ${iso(now)} and (due_at > claimed_at
          or claimed_at < ${iso(now)}::timestamptz - make_interval(secs => ${staleSeconds}))))),
    wanted as (
      select m.tenant_id, m.id, m.status = 'sending' as retaken, m.claimed_at
      from messages m
      where (m.status = 'sending' and m.claim in (select claim from broken))
        or (m.status = 'queued' and m.due_at <= ${iso(now)} and (m.tenant_id, m.id) in (select tenant_id, id from asked))
      for update of m skip locked)
    update messages m set status = 'sending', attempts = m.attempts + 1, retaken = w.retaken,
      claim = case when w.retaken then m.claim else ${fresh} end,
      claimed_at = case when w.retaken then m.claimed_at else ${iso(now)} end
    from wanted w where m.tenant_id = w.tenant_id and m.id = w.id
    returning m.tenant_id as "tenantId", m.id, m.claim, m.attempts, w.retaken, m.claimed_at as "firstClaimedAt"`;
}

/**
 * The last look before a batch leaves: stops what somebody has bought, or what has ended otherwise, while the others were
 * made ready. Returns the ids.
 */
export async function acrossTenantsStopEnded(ids: { tenantId: string; id: string }[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = JSON.stringify(ids.map((one) => ({ tenant_id: one.tenantId, id: one.id })));
  const stopped = await workerSql()<{ id: string }[]>`
    update messages m set status = 'stopped', claim = null,
      reason = case when c.ordered_at is not null then 'ordered' else e.close_reason end
    from jsonb_to_recordset(${rows}::text::jsonb) as r(tenant_id text, id text), carts c, enrollments e
    where m.tenant_id = r.tenant_id and m.id = r.id and m.status = 'sending'
      and c.tenant_id = m.tenant_id and c.id = m.cart_id and e.tenant_id = m.tenant_id and e.id = m.enrollment_id
      and (c.ordered_at is not null or (e.closed_at is not null and e.close_reason <> 'finished'))
    returning m.id`;
  return new Set(stopped.map((row) => row.id));
}

/** `providerId` is null when all we know is that the provider had taken the message before. */
export type Sent = { tenantId: string; id: string; mailer: string; providerId: string | null };

/** Stores what the mailer accepted, for all tenants of a batch at once, whatever another try has made of it meanwhile. */
export async function acrossTenantsMarkSent(sent: Sent[], now: Date): Promise<void> {
  if (sent.length === 0) return;
  const rows = JSON.stringify(
    sent.map((one) => ({ tenant_id: one.tenantId, id: one.id, mailer: one.mailer, provider_id: one.providerId })),
  );
  await workerSql().begin(async (sql) => {
    const left = await sql<SentRow[]>`
    update messages m set status = 'sent', reason = null, sent_at = ${iso(now)}, mailer = r.mailer, provider_id = r.provider_id
    from jsonb_to_recordset(${rows}::text::jsonb) as r(tenant_id text, id text, mailer text, provider_id text)
    where m.tenant_id = r.tenant_id and m.id = r.id and m.status <> 'sent'
    returning m.tenant_id as "tenantId", m.id, m.enrollment_id as "enrollmentId", m.cart_id as "cartId",
      m.contact_id as "contactId", m.position`;
    await acrossTenantsTellSent(sql, left, now);
  });
}

export type Standing = { tenantId: string; id: string };

/**
 * What stands still although it should move, by kind, so that the sweep can announce it again. Ten times as many webhooks,
 * for which a storm leaves out announcements and which are applied by the hundred.
 */
export async function acrossTenantsStanding(
  now: Date,
  limit: number,
): Promise<Record<"webhooks" | "carts" | "enrollments" | "reviewed" | "messages" | "orders", Standing[]>> {
  const sql = workerSql();
  const at = iso(now);
  const [webhooks, carts, enrollments, reviewed, messages, orders] = await Promise.all([
    sql<Standing[]>`select tenant_id as "tenantId", id from webhook_events
      where outcome = 'pending' and received_at < ${at}::timestamptz - interval '1 minute' order by received_at limit ${limit * 10}`,
    sql<Standing[]>`select c.tenant_id as "tenantId", c.id from carts c
      where c.abandoned_at is not null and c.ordered_at is null and c.enrollment_refusal is null
        and c.merged_into is null
        and c.abandoned_at > ${at}::timestamptz - interval '30 days'
        and not exists (select from enrollments e where e.tenant_id = c.tenant_id and e.cart_id = c.id) limit ${limit}`,
    sql<Standing[]>`select tenant_id as "tenantId", id from enrollments
      where closed_at is null and next_due_at < ${at}::timestamptz - interval '5 minutes' order by next_due_at limit ${limit}`,
    acrossTenantsStandingDrafts(now, limit),
    sql<Standing[]>`select tenant_id as "tenantId", id from messages
      where (status = 'queued' and due_at < ${at}::timestamptz - interval '1 minute')
        or (status = 'sending' and claimed_at < ${at}::timestamptz - interval '5 minutes' and due_at < ${at}) order by due_at limit ${limit}`,
    sql<Standing[]>`select o.tenant_id as "tenantId", o.id from orders o
      where o.created_at > ${at}::timestamptz - interval '30 days' and o.created_at < ${at}::timestamptz - interval '1 minute'
        and not exists (select from conversions c where c.tenant_id = o.tenant_id and c.order_id = o.id) limit ${limit}`,
  ]);
  return { webhooks, carts, enrollments, reviewed, messages, orders };
}

/** Shops in use whom the reconciler has not looked at for long enough. */
export async function acrossTenantsDueShops(now: Date, limit: number): Promise<Standing[]> {
  return workerSql()<Standing[]>`
    select s.tenant_id as "tenantId", s.id from shops s
    left join reconciliations r on r.tenant_id = s.tenant_id and r.shop_id = s.id
    where s.disabled_at is null and (r.next_run_at is null or r.next_run_at <= ${iso(now)})
    order by r.next_run_at nulls first limit ${limit}`;
}

export type SignatureFailure = {
  tenantId: string;
  shopId: string;
  reason: string;
  minute: Date;
  count: number;
  lastAt: Date;
};

const mostFailures = 100;

/** Adds to what is counted of requests without a good signature; of each shop the newest hundred rows stay. */
export async function acrossTenantsRecordFailures(failures: SignatureFailure[]): Promise<void> {
  if (failures.length === 0) return;
  const sql = workerSql();
  const rows = failures.map(({ tenantId, shopId, reason, minute, count, lastAt }) => ({
    ...{ tenant_id: tenantId, shop_id: shopId, reason, count },
    ...{ minute: iso(minute), last_at: iso(lastAt) },
  }));
  await sql`
    insert into signature_failures ${sql(rows)}
    on conflict (tenant_id, shop_id, minute, reason) do update
      set count = signature_failures.count + excluded.count, last_at = greatest(signature_failures.last_at, excluded.last_at)`;
  await sql`
    delete from signature_failures f using (
      select tenant_id, shop_id, minute, reason,
        row_number() over (partition by tenant_id, shop_id order by minute desc, reason) as place
      from signature_failures where (tenant_id, shop_id) in (
        select * from unnest(${failures.map((one) => one.tenantId)}::text[], ${failures.map((one) => one.shopId)}::text[]))
    ) old
    where old.place > ${mostFailures} and f.tenant_id = old.tenant_id and f.shop_id = old.shop_id
      and f.minute = old.minute and f.reason = old.reason`;
}

type Sealed = ShopSecrets & { credentials: string | null };

/** Seals the shops' secrets with the current key where the one before it sealed them; a page of shops by their ids. */
export async function acrossTenantsReseal(
  after: string,
  limit: number,
): Promise<{ sealed: number; next: string | null }> {
  const sql = workerSql();
  const found = await sql<Sealed[]>`
    select s.tenant_id as "tenantId", s.id, s.secret_encrypted as secret, s.previous_secret_encrypted as "previousSecret",
      c.sealed as credentials
    from shops s left join shop_credentials c on c.tenant_id = s.tenant_id and c.shop_id = s.id
    where s.id > ${after} order by s.id limit ${limit}`;
  let sealed = 0;
  for (const { tenantId, id, secret, previousSecret, credentials } of found) {
    const anew = (text: string | null, context: string) => (text === null ? null : reseal(text, context));
    const shop = secretContext(tenantId, id);
    const [one, two] = [anew(secret, shop), anew(previousSecret, shop)];
    const three = anew(credentials, credentialsContext(tenantId, id));
    // Only over what was read: a secret that was replaced meanwhile is under the current key already.
    if (one) await sql`update shops set secret_encrypted = ${one} where id = ${id} and secret_encrypted = ${secret}`;
    if (two)
      await sql`update shops set previous_secret_encrypted = ${two} where id = ${id} and previous_secret_encrypted = ${previousSecret}`;
    if (three)
      await sql`update shop_credentials set sealed = ${three} where tenant_id = ${tenantId} and shop_id = ${id} and sealed = ${credentials}`;
    sealed += [one, two, three].filter((each) => each !== null).length;
  }
  return { sealed, next: found.length === limit ? (found.at(-1)?.id ?? null) : null };
}
