import { and, eq, sql } from "drizzle-orm";
import type { Contender } from "#domain/timing/priority.ts";
import { contenderOf, contending, priority, type StoredContender } from "./contenders.ts";
import type { Enrollment } from "./enrollments.ts";
import { iso } from "./instants.ts";
import { carts } from "./schema/carts.ts";
import { contacts } from "./schema/contacts.ts";
import { enrollments, sequenceVersions } from "./schema/sequences.ts";
import { shops } from "./schema/shops.ts";
import { policies, tenants } from "./schema/tenants.ts";
import type { Scope } from "./scope.ts";
import { addressHash } from "./suppressions.ts";

/** An enrollment with all that stands in one row each: its cart, contact and version, the shop's zone, the tenant and its policy. */
export async function readEntry(scope: Scope, enrollmentId: string) {
  const of = { tenant: eq(tenants.tenantId, scope.tenantId), policy: eq(policies.tenantId, scope.tenantId) };
  const [row] = await scope.db
    .select({
      ...{ enrollment: enrollments, cart: carts, contact: contacts, tenant: tenants, policy: policies },
      version: { steps: sequenceVersions.steps, graph: sequenceVersions.graph },
      storeZone: shops.timeZone,
    })
    .from(enrollments)
    .innerJoin(carts, and(eq(carts.tenantId, scope.tenantId), eq(carts.id, enrollments.cartId)))
    .innerJoin(contacts, and(eq(contacts.tenantId, scope.tenantId), eq(contacts.id, enrollments.contactId)))
    .innerJoin(
      sequenceVersions,
      and(
        eq(sequenceVersions.tenantId, scope.tenantId),
        eq(sequenceVersions.id, sql`coalesce(${enrollments.movedToVersionId}, ${enrollments.versionId})`),
      ),
    )
    .innerJoin(tenants, of.tenant)
    .innerJoin(policies, of.policy)
    .leftJoin(shops, and(eq(shops.tenantId, scope.tenantId), eq(shops.id, carts.shopId)))
    .where(and(eq(enrollments.tenantId, scope.tenantId), eq(enrollments.id, enrollmentId)));
  return row ?? null;
}

export type StepFacts = {
  orderedSince: boolean;
  suppressed: boolean;
  consent: "granted" | "withdrawn" | null;
  live: boolean;
  paused: boolean;
  /** Whether a conversation with them is open that holds messages back. */
  replied: boolean;
  /** When the step was first asked for, or null: from then on it is due, where no clock says so. */
  askedAt: Date | null;
  contenders: Contender[];
  sentAt: Date[];
  lastSeenAt: Date | null;
  hours: { own: number[]; cohort: number[] };
};

export type Asked = {
  enrollment: Enrollment;
  position: number;
  contact: { id: string; address: string };
  cohort: string;
  orderedFrom: Date;
  /** Messages count that left since then. */
  sentFrom: Date;
  /** The message that asks, or null. */
  exceptMessageId: string | null;
};

type Row = Omit<StepFacts, "askedAt" | "contenders" | "sentAt" | "lastSeenAt" | "hours"> & {
  asked: string | null;
  contenders: StoredContender[];
  sent: string[];
  seen: string | null;
  own: number[];
  cohort: { hour: number; acts: number }[];
};

/** Everything else that a step is decided by, in one statement: it is asked before each message and at each look. */
export async function readStepFacts(scope: Scope, asked: Asked, now: Date): Promise<StepFacts> {
  const [row] = await scope.db.execute<Row>(factsQuery(scope.tenantId, asked, now));
  if (!row) throw new Error("a select without a table left no row");
  const { orderedSince, suppressed, consent, live, paused, replied } = row;
  const cohort = Array.from({ length: 24 }, (_, hour) => row.cohort.find((one) => one.hour === hour)?.acts ?? 0);
  return {
    ...{ orderedSince, suppressed, consent, live, paused, replied },
    askedAt: row.asked === null ? null : new Date(row.asked),
    contenders: row.contenders.map(contenderOf),
    sentAt: row.sent.map((at) => new Date(at)),
    lastSeenAt: row.seen === null ? null : new Date(row.seen),
    hours: { own: row.own, cohort },
  };
}

/**
 * Of messages those count that left, and those that wait to leave from before the one that asks, so that of two that are
 * due at once one goes. A newer enrollment of the same sequence goes first even when it has ended. Who was seen on the
 * site: by their carts' last activity, by a click of their own, and by the products that they, or the browser of a cart of
 * theirs, looked at; what only a browser claims is no word on anybody.
 */
function factsQuery(tenantId: string, asked: Asked, now: Date) {
  const { enrollment: own, position, contact, cohort, orderedFrom, sentFrom, exceptMessageId: except } = asked;
  const theirs = sql`tenant_id = ${tenantId} and contact_id = ${contact.id}`;
  return sql`select
    exists (select from orders where ${theirs} and ordered_at >= ${iso(orderedFrom)}::timestamptz) as "orderedSince",
    exists (select from suppressions where tenant_id = ${tenantId} and channel = 'email'
      and address_hash = ${addressHash(contact.address)}) as suppressed,
    exists (select from conversations where ${theirs} and status = 'open' and pauses_since is not null) as replied,
    (select state from consents where ${theirs} and channel = 'email' order by at desc, state desc limit 1) as consent,
    coalesce((select s.archived_at is null and (select version_id is not null from publications u
        where u.tenant_id = ${tenantId} and u.sequence_id = s.id order by u.at desc, u.id desc limit 1)
      from sequences s where s.tenant_id = ${tenantId} and s.id = ${own.sequenceId}), false) as live,
    exists (select from sequences where tenant_id = ${tenantId} and id = ${own.sequenceId}
      and paused_at is not null) as paused,
    (select min(at) from decisions where tenant_id = ${tenantId} and enrollment_id = ${own.id}
      and position = ${position}) as asked,
    (select coalesce(json_agg(json_build_object('enrollmentId', e.id, 'sequenceId', e.sequence_id,
        'priority', ${priority}, 'since', e.abandoned_at)), '[]')
      from enrollments e join sequences s on s.tenant_id = e.tenant_id and s.id = e.sequence_id
      where e.tenant_id = ${tenantId} and e.contact_id = ${contact.id} and (e.id = ${own.id} or (${contending(now)})
        or (e.sequence_id = ${own.sequenceId} and e.abandoned_at > ${iso(own.abandonedAt)}::timestamptz
          and exists (select from carts c where c.tenant_id = e.tenant_id and c.id = e.cart_id and not c.claimed)))
    ) as contenders,
    (select coalesce(json_agg(coalesce(sent_at, created_at)), '[]') from messages where ${theirs}
      and id is distinct from ${except} and case status
        when 'sent' then sent_at >= ${iso(sentFrom)}::timestamptz
        when 'queued' then created_at >= ${iso(sentFrom)}::timestamptz and (${except}::text is null or id < ${except})
        when 'sending' then created_at >= ${iso(sentFrom)}::timestamptz and (${except}::text is null or id < ${except})
        else false end) as sent,
    greatest((select max(last_activity_at) from carts where ${theirs} and not claimed),
      (select max(at) from touchpoints where ${theirs} and kind = 'click' and by = 'person'),
      (select max(last_view_at) from visits where ${theirs}),
      (select max(v.last_view_at) from visits v join carts k on k.tenant_id = v.tenant_id and k.shop_id = v.shop_id
        and k.external_id = v.visitor where v.tenant_id = ${tenantId} and v.settled_at is null
        and k.contact_id = ${contact.id} and not k.claimed)) as seen,
    coalesce((select to_json(acts) from contact_hours where ${theirs}), '[]') as own,
    (select coalesce(json_agg(json_build_object('hour', hour, 'acts', acts)), '[]')
      from cohort_hours where tenant_id = ${tenantId} and cohort = ${cohort}) as cohort`;
}
