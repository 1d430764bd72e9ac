import { sql } from "drizzle-orm";
import type { KnownOrder } from "#domain/condition/facts.ts";
import { type FieldName, type StepField, testsIn } from "#domain/condition.ts";
import type { OtherRun, ReplayCart, ReplayContact } from "#domain/sequence/dry-run.ts";
import type { Shopper } from "#domain/sequence/rehearsal.ts";
import type { SequenceGraph } from "#domain/sequence-graph.ts";
import { cohortOf } from "#domain/timing/cohort.ts";
import { shopperZone } from "#domain/timing/shopper-zone.ts";
import type { Scope } from "./scope.ts";
import { addressHash } from "./suppressions.ts";

/** What is loaded of people: those carts of a period, or one cart. */
export type ReplaySource = {
  sequenceId: string;
  graph: SequenceGraph;
  experimentIds: string[];
  zone: string;
  bestHour: boolean;
  /** From when on messages and runs of other sequences matter. */
  since: Date;
};

export type ReplayedCart = Omit<ReplayCart, "products"> & { contactId: string; storeZone: string | null };

type Person = {
  id: string;
  address: string;
  time_zone: string | null;
  country: string | null;
  language: string | null;
  loyalty_tier: string | null;
  tags: string[];
  erased: boolean;
};

const ms = (column: string) => sql.raw(`(extract(epoch from ${column}) * 1000)::float8`);
const dateOf = (at: number) => new Date(Math.round(at));
const among = (values: string[]) => sql`(select jsonb_array_elements_text(${JSON.stringify(values)}::text::jsonb))`;

/**
 * All that is known of people for replaying their carts, with its moments, by few statements however many they are. What no
 * condition of the sequence asks for is not read.
 */
export async function contactsToReplay(
  scope: Scope,
  carts: ReplayedCart[],
  source: ReplaySource,
): Promise<ReplayContact[]> {
  const ids = [...new Set(carts.map(({ contactId }) => contactId))];
  const asked = fieldsAsked(source.graph);
  const people = await scope.db.execute<Person>(
    sql`select id, address, time_zone, country, language, loyalty_tier, erased_at is not null as erased,
      coalesce(tags, '{}') || coalesce(shop_tags, '{}') as tags from contacts where id in ${among(ids)} and tenant_id = ${scope.tenantId}`,
  );
  const said = await saidBy(scope, ids);
  const talk = await talkWith(scope, ids, source);
  const acts = await actsOf(scope, ids, asked);
  const suppressed = await suppressionsOf(scope, people);
  const hours = await hoursOf(scope, ids, source);
  const products = await productsOf(scope, carts, asked);
  const theirs = Map.groupBy(carts, ({ contactId }) => contactId);
  return people.map(({ id, address, erased, country, language, loyalty_tier, tags, time_zone }) => {
    const [first] = theirs.get(id) ?? [];
    const known = { address: time_zone, country, store: first?.storeZone ?? null, tenant: source.zone };
    const clickedAt = acts.clicked.get(id) ?? [];
    const its = (theirs.get(id) ?? []).map((cart) => ({ ...cart, products: products(cart) }));
    return {
      ...{ id, address, erased, timeZone: shopperZone(known).zone, suppressedAt: suppressed.get(address) ?? null },
      ...{ consents: said.consents.get(id) ?? [], abandoned: acts.abandoned.get(id) ?? [] },
      ...{
        sent: talk.sent.get(id) ?? [],
        others: talk.others.get(id) ?? [],
        arms: Object.fromEntries(talk.arms.get(id) ?? []),
      },
      ...{
        seenAt: [...clickedAt, ...its.map((cart) => cart.lastActivityAt)],
        hours: hours({ id, country, language }),
      },
      known: {
        ...{ country, language, loyaltyTier: loyalty_tier, tags },
        ...{ orders: said.orders.get(id) ?? [], openedAt: acts.opened.get(id) ?? [], clickedAt },
      },
      carts: its,
    };
  });
}

/** Every fact that a sequence's entry, exits and splits ask for. */
function fieldsAsked({ entry, exits, steps }: SequenceGraph): Set<FieldName | StepField> {
  const conditions = [
    entry,
    ...exits.map((exit) => (exit.kind === "condition" ? exit.when : null)),
    ...steps.map((step) => (step.kind === "split" ? step.when : null)),
  ];
  return new Set(conditions.flatMap((one) => (one ? testsIn(one).map(({ field }) => field) : [])));
}

function byContact<Row extends { contact_id: string }, To>(rows: Row[], to: (row: Row) => To): Map<string, To[]> {
  const found = new Map<string, To[]>();
  for (const row of rows) {
    const list = found.get(row.contact_id);
    if (list) list.push(to(row));
    else found.set(row.contact_id, [to(row)]);
  }
  return found;
}

type Said = { contact_id: string; state: Shopper["consents"][number]["state"]; at: number };
type Bought = Omit<KnownOrder, "orderedAt"> & { contact_id: string; at: number };

async function saidBy(scope: Scope, ids: string[]) {
  const consents = await scope.db.execute<Said>(
    sql`select contact_id, state, ${ms("at")} as at from consents where channel = 'email' and contact_id in ${among(ids)} and tenant_id = ${scope.tenantId}`,
  );
  const orders = await scope.db.execute<Bought>(
    sql`select contact_id, currency, total::float8, refunded::float8, discount::float8, status, ${ms("ordered_at")} as at
      from orders where contact_id in ${among(ids)} and tenant_id = ${scope.tenantId}`,
  );
  return {
    consents: byContact(consents, ({ state, at }) => ({ state, at: dateOf(at) })),
    orders: byContact(orders, ({ contact_id: _, at, ...order }) => ({ ...order, orderedAt: dateOf(at) })),
  };
}

type Moment = { contact_id: string; at: number };
type Run = { contact_id: string; sequence_id: string; priority: number; started: number; ended: number | null };

async function talkWith(scope: Scope, ids: string[], { sequenceId, since, experimentIds }: ReplaySource) {
  const { db, tenantId } = scope;
  const from = since.toISOString();
  const sent = await db.execute<Moment & { sequence_id: string }>(sql`
    select m.contact_id, e.sequence_id, ${ms("m.sent_at")} as at
    from messages m join enrollments e on e.tenant_id = m.tenant_id and e.id = m.enrollment_id
    where m.tenant_id = ${tenantId} and m.contact_id in ${among(ids)} and m.sent_at >= ${from}
      and e.sequence_id <> ${sequenceId}`);
  const runs = await db.execute<Run>(sql`
    select e.contact_id, e.sequence_id, s.priority, ${ms("e.abandoned_at")} as started, ${ms("e.closed_at")} as ended
    from enrollments e join sequences s on s.tenant_id = e.tenant_id and s.id = e.sequence_id
    where e.tenant_id = ${tenantId} and e.contact_id in ${among(ids)} and e.sequence_id <> ${sequenceId}
      and e.arm_kind = 'variant' and (e.closed_at is null or e.closed_at >= ${from})`);
  const arms =
    experimentIds.length > 0
      ? await db.execute<{ contact_id: string; experiment_id: string; arm: string }>(sql`
          select contact_id, experiment_id, arm from assignments where tenant_id = ${tenantId}
            and experiment_id in ${among(experimentIds)} and contact_id in ${among(ids)}`)
      : [];
  return {
    sent: byContact([...sent], ({ sequence_id, at }) => ({ sequenceId: sequence_id, at: dateOf(at) })),
    others: byContact([...runs], ({ sequence_id, priority, started, ended }): OtherRun => {
      const to = ended === null ? null : dateOf(ended);
      return { sequenceId: sequence_id, priority, from: dateOf(started), to };
    }),
    arms: byContact([...arms], ({ experiment_id, arm }): [string, string] => [experiment_id, arm]),
  };
}

async function actsOf(scope: Scope, ids: string[], asked: Set<FieldName | StepField>) {
  const abandoned = asked.has("customer.abandonments")
    ? await scope.db.execute<Moment & { id: string }>(
        sql`select contact_id, id, ${ms("abandoned_at")} as at from carts
          where abandoned_at is not null and contact_id in ${among(ids)} and tenant_id = ${scope.tenantId}`,
      )
    : [];
  const clicks = await scope.db.execute<Moment>(
    sql`select contact_id, ${ms("at")} as at from touchpoints where kind = 'click' and by = 'person' and contact_id in ${among(ids)} and tenant_id = ${scope.tenantId}`,
  );
  const opens = asked.has("engagement.opened")
    ? await scope.db.execute<Moment>(
        sql`select contact_id, ${ms("at")} as at from touchpoints
          where kind = 'open' and by = 'person' and contact_id in ${among(ids)} and tenant_id = ${scope.tenantId}`,
      )
    : [];
  const at = (row: Moment) => dateOf(row.at);
  return {
    abandoned: byContact(abandoned, (row) => ({ cartId: row.id, at: dateOf(row.at) })),
    clicked: byContact(clicks, at),
    opened: byContact([...opens], at),
  };
}

async function suppressionsOf(scope: Scope, people: Person[]): Promise<Map<string, Date>> {
  const hashes = new Map(people.map(({ address }) => [addressHash(address), address]));
  const rows = await scope.db.execute<{ hash: string; at: number }>(
    sql`select address_hash as hash, ${ms("at")} as at from suppressions
      where channel = 'email' and address_hash in ${among([...hashes.keys()])} and tenant_id = ${scope.tenantId}`,
  );
  return new Map(rows.map(({ hash, at }) => [hashes.get(hash) ?? "", dateOf(at)]));
}

/** In which hours people read, where the tenant wants to know. */
async function hoursOf(scope: Scope, ids: string[], { bestHour }: ReplaySource) {
  if (!bestHour) return () => ({ own: [], cohort: [] });
  const own = await scope.db.execute<{ contact_id: string; acts: number[] }>(
    sql`select contact_id, acts from contact_hours where contact_id in ${among(ids)} and tenant_id = ${scope.tenantId}`,
  );
  const alike = await scope.db.execute<{ cohort: string; hour: number; acts: number }>(
    sql`select cohort, hour, acts from cohort_hours where tenant_id = ${scope.tenantId}`,
  );
  const owns = new Map(own.map(({ contact_id, acts }) => [contact_id, acts]));
  const cohorts = new Map<string, number[]>();
  for (const { cohort, hour, acts } of alike) {
    const hours = cohorts.get(cohort) ?? new Array<number>(24).fill(0);
    hours[hour] = acts;
    cohorts.set(cohort, hours);
  }
  return ({ id, ...contact }: { id: string } & Parameters<typeof cohortOf>[0]) => ({
    own: owns.get(id) ?? [],
    cohort: cohorts.get(cohortOf(contact)) ?? [],
  });
}

type Product = { shop_id: string; external_id: string; categories: string[] | null; brand: string | null };
type Basket = Pick<ReplayCart, "shopId" | "lines">;

async function productsOf(scope: Scope, carts: Basket[], asked: Set<FieldName | StepField>) {
  if (!asked.has("cart.categories") && !asked.has("cart.brands")) return () => [];
  const named = [...new Set(carts.flatMap(({ lines }) => lines.flatMap(({ productId }) => productId ?? [])))];
  const rows = await scope.db.execute<Product>(
    sql`select shop_id, external_id, categories, brand from products where external_id in ${among(named)} and tenant_id = ${scope.tenantId}`,
  );
  const byName = new Map(rows.map((row) => [`${row.shop_id} ${row.external_id}`, row]));
  return ({ shopId, lines }: Basket) => lines.flatMap(({ productId }) => byName.get(`${shopId} ${productId}`) ?? []);
}
