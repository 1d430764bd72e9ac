import { and, asc, eq, gt, or, sql } from "drizzle-orm";
import { cohortOf } from "#domain/timing/cohort.ts";
import { shopperZone } from "#domain/timing/shopper-zone.ts";
import { wallClock } from "#domain/timing/zone.ts";
import { touchpoints } from "./schema/attribution.ts";
import { cohortHours, contactHours } from "./schema/contacts.ts";
import { policies } from "./schema/tenants.ts";
import type { Scope } from "./scope.ts";

/** An act of a person on a message; `count` is 1 when it came, -1 when it turned out to be a machine's. */
export type CountedAct = { contactId: string; at: Date; count: 1 | -1 };

/** Counts acts by the hours of their persons' own days. Does nothing while the tenant does not learn hours. */
export async function countHours(scope: Scope, acts: CountedAct[]): Promise<void> {
  if (acts.length > 0 && (await isLearning(scope))) await addHours(scope, acts);
}

async function isLearning(scope: Scope): Promise<boolean> {
  const [row] = await scope.db
    .select({ bestHour: policies.bestHour })
    .from(policies)
    .where(eq(policies.tenantId, scope.tenantId));
  return row?.bestHour ?? false;
}

/** In one statement and in order, so that two who count at once never wait for each other. */
async function addHours(scope: Scope, acts: CountedAct[]): Promise<void> {
  const { db, tenantId } = scope;
  const people = await dwellingsOf(scope, [...new Set(acts.map((act) => act.contactId))]);
  const counted = acts.flatMap(({ contactId, at, count }) => {
    const person = people.get(contactId);
    return person ? [{ contactId, hour: Math.floor(wallClock(at, person.zone).minute / 60), count, ...person }] : [];
  });
  if (counted.length === 0) return;
  await db.execute(sql`
    with act as (select "contactId", min(cohort) as cohort, hour, sum(count)::int as count
        from jsonb_to_recordset(${JSON.stringify(counted)}::text::jsonb)
          as a("contactId" text, cohort text, hour int, count int) group by 1, 3),
      day as (select "contactId", min(cohort) as cohort, array(select coalesce(sum(act.count) filter (where act.hour = h), 0)::int
          from generate_series(0, 23) h left join act on act."contactId" = o."contactId" and act.hour = h
          group by h order by h) as acts from act o group by 1),
      own as (insert into contact_hours (tenant_id, contact_id, cohort, acts)
        select ${tenantId}, "contactId", cohort, array(select greatest(0, n) from unnest(acts) with ordinality u(n, i) order by i)
        from day order by "contactId"
        on conflict (tenant_id, contact_id) do update set acts = array(
          select greatest(0, contact_hours.acts[h] + (select acts[h] from day where day."contactId" = contact_hours.contact_id))
          from generate_series(1, 24) h order by h)
        returning contact_id, cohort)
    insert into cohort_hours (tenant_id, cohort, hour, acts)
      select ${tenantId}, own.cohort, act.hour, sum(act.count)::int from act join own on own.contact_id = act."contactId"
      group by 2, 3 order by 2, 3
      on conflict (tenant_id, cohort, hour) do update set acts = greatest(0, cohort_hours.acts + excluded.acts)`);
}

/** Where people live and with whom they are counted; who was erased is in it no more. */
async function dwellingsOf({ db, tenantId }: Scope, contactIds: string[]) {
  const rows = await db.execute<{ id: string; own: string | null; store: string | null; tenant: string } & Said>(sql`
    select c.id, c.time_zone as own, c.country, c.language, t.time_zone as tenant,
      (select s.time_zone from carts k join shops s on s.tenant_id = k.tenant_id and s.id = k.shop_id
        where k.tenant_id = ${tenantId} and k.contact_id = c.id order by k.last_activity_at desc limit 1) as store
    from contacts c join tenants t on t.tenant_id = c.tenant_id where c.tenant_id = ${tenantId} and c.erased_at is null
      and c.id in (select jsonb_array_elements_text(${JSON.stringify(contactIds)}::text::jsonb))`);
  return new Map(
    [...rows].map(({ id, own, store, tenant, country, language }) => {
      const { zone } = shopperZone({ address: own, country, store, tenant });
      return [id, { zone, cohort: cohortOf({ country, language }) }];
    }),
  );
}

type Said = { country: string | null; language: string | null };

/** Takes a person's hours away, and their part out of what others are judged by. */
export async function forgetHours(scope: Scope, contactId: string): Promise<void> {
  const { db, tenantId } = scope;
  await db.execute(sql`
    with gone as (delete from contact_hours where tenant_id = ${tenantId} and contact_id = ${contactId} returning cohort, acts)
    update cohort_hours o set acts = greatest(0, o.acts - gone.acts[o.hour + 1]) from gone
    where o.tenant_id = ${tenantId} and o.cohort = gone.cohort`);
}

const daysCounted = 180;
const pageSize = 2_000;

/** Counts anew from what the last half year's acts of persons were. Returns how many acts that were. */
export async function rebuildHours(scope: Scope, now: Date): Promise<number> {
  await dropHours(scope);
  let [after, counted] = [{ at: new Date(now.getTime() - daysCounted * 86_400_000), id: "" }, 0];
  for (;;) {
    const page = await actsAfter(scope, after);
    const last = page.at(-1);
    if (!last) return counted;
    await addHours(
      scope,
      page.map(({ contactId, at }) => ({ contactId, at, count: 1 })),
    );
    counted += page.length;
    after = { at: last.at, id: last.id };
  }
}

function actsAfter({ db, tenantId }: Scope, after: { at: Date; id: string }) {
  const later = or(gt(touchpoints.at, after.at), and(eq(touchpoints.at, after.at), gt(touchpoints.clickId, after.id)));
  return db
    .select({ id: touchpoints.clickId, contactId: touchpoints.contactId, at: touchpoints.at })
    .from(touchpoints)
    .where(and(eq(touchpoints.tenantId, tenantId), eq(touchpoints.by, "person"), later))
    .orderBy(asc(touchpoints.at), asc(touchpoints.clickId))
    .limit(pageSize);
}

/** Forgets what was learned, when a tenant learns no more. */
export async function dropHours(scope: Scope): Promise<void> {
  const { db, tenantId } = scope;
  await db.delete(contactHours).where(eq(contactHours.tenantId, tenantId));
  await db.delete(cohortHours).where(eq(cohortHours.tenantId, tenantId));
}
