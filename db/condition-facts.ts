import { and, eq, inArray, isNotNull, isNull, lte, sql } from "drizzle-orm";
import { factsFrom, type KnownContact, type KnownProduct } from "#domain/condition/facts.ts";
import type { ConditionFacts, StepResult } from "#domain/condition.ts";
import type { TouchKind } from "#domain/touchpoint.ts";
import { touchpoints } from "./schema/attribution.ts";
import { carts, orders } from "./schema/carts.ts";
import { products } from "./schema/catalogue.ts";
import { consents, contacts } from "./schema/contacts.ts";
import { messages } from "./schema/messages.ts";
import { enrollments } from "./schema/sequences.ts";
import type { Scope } from "./scope.ts";

type Cart = typeof carts.$inferSelect;
type Contact = Omit<KnownContact, "abandonedAt"> & { abandoned: { cartId: string; at: Date }[] };

/**
 * What is known of carts and their people at one moment, by the carts' ids, for as many as one statement may name (some
 * thousands). With `walk`, also what became of that sequence's messages; message steps by their position.
 */
export async function factsOfCarts(
  scope: Scope,
  cartIds: string[],
  { now, walk }: { now: Date; walk?: { sequenceId: string; stepIds: string[] } },
): Promise<Map<string, ConditionFacts>> {
  const rows = await scope.db
    .select()
    .from(carts)
    .where(and(eq(carts.tenantId, scope.tenantId), inArray(carts.id, cartIds)));
  const people = rows.flatMap(({ contactId }) => contactId ?? []);
  const known = await knownContacts(scope, people, now);
  const catalogue = await catalogueOf(scope, rows);
  const results = walk ? await resultsOf(scope, cartIds, { now, ...walk }) : null;
  return new Map(
    rows.map((cart) => {
      const contact = cart.contactId === null ? undefined : known.get(cart.contactId);
      const facts = factsFrom(
        { cart, contact: contact ? besides(contact, cart.id) : null, products: catalogue(cart) },
        now,
      );
      return [cart.id, results ? { ...facts, steps: results.get(cart.id) ?? {} } : facts];
    }),
  );
}

/** What is known of contacts, each with their newest open cart. */
export async function factsOfContacts(
  scope: Scope,
  contactIds: string[],
  now: Date,
): Promise<Map<string, ConditionFacts>> {
  const open = await scope.db
    .select()
    .from(carts)
    .where(
      and(
        ...[eq(carts.tenantId, scope.tenantId), inArray(carts.contactId, contactIds)],
        ...[isNull(carts.orderedAt), isNull(carts.deletedAt), isNull(carts.mergedInto)],
      ),
    )
    .orderBy(carts.lastActivityAt, sql`${carts.id} collate "C"`);
  const newest = new Map(open.map((cart) => [cart.contactId, cart]));
  const catalogue = await catalogueOf(scope, [...newest.values()]);
  const known = await knownContacts(scope, contactIds, now);
  return new Map(
    [...known].map(([id, contact]) => {
      const cart = newest.get(id) ?? null;
      return [id, factsFrom({ cart, contact: besides(contact, null), products: cart ? catalogue(cart) : [] }, now)];
    }),
  );
}

function besides(contact: Contact, cartId: string | null): KnownContact {
  return { ...contact, abandonedAt: contact.abandoned.filter((one) => one.cartId !== cartId).map(({ at }) => at) };
}

async function knownContacts(scope: Scope, ids: string[], now: Date): Promise<Map<string, Contact>> {
  const { db, tenantId } = scope;
  type Theirs = typeof carts | typeof consents | typeof orders | typeof touchpoints;
  const theirs = (table: Theirs) => and(eq(table.tenantId, tenantId), inArray(table.contactId, ids));
  const rows = await db
    .select()
    .from(contacts)
    .where(and(eq(contacts.tenantId, tenantId), inArray(contacts.id, ids)));
  const consented = await db
    .select()
    .from(consents)
    .where(and(theirs(consents), eq(consents.channel, "email"), lte(consents.at, now)))
    .orderBy(consents.at, consents.state);
  const ordered = Map.groupBy(await db.select().from(orders).where(theirs(orders)), (order) => order.contactId);
  const abandoned = await db
    .select({ cartId: carts.id, contactId: carts.contactId, at: carts.abandonedAt })
    .from(carts)
    .where(and(theirs(carts), isNotNull(carts.abandonedAt)));
  const acts = await db
    .select()
    .from(touchpoints)
    .where(and(theirs(touchpoints), eq(touchpoints.by, "person")));
  const [opens, clicks] = [acts.filter(isOpen), acts.filter((act) => !isOpen(act))];
  const byContact = <Row extends { contactId: string | null }>(found: Row[]) =>
    Map.groupBy(found, (row) => row.contactId);
  const [left, opened, clicked] = [byContact(abandoned), byContact(opens), byContact(clicks)];
  const latest = new Map(consented.map((row) => [row.contactId, row]));
  return new Map(
    rows.map(({ id, country, language, loyaltyTier, tags, shopTags }) => [
      id,
      {
        ...{ country, language, loyaltyTier, tags: [...(tags ?? []), ...(shopTags ?? [])] },
        ...{ consent: latest.get(id)?.state ?? null, orders: ordered.get(id) ?? [] },
        abandoned: (left.get(id) ?? []).flatMap(({ cartId, at }) => (at ? [{ cartId, at }] : [])),
        openedAt: (opened.get(id) ?? []).map((row) => row.at),
        clickedAt: (clicked.get(id) ?? []).map((row) => row.at),
      },
    ]),
  );
}

/** The catalogue's rows of the products that carts name. */
async function catalogueOf(scope: Scope, of: Cart[]): Promise<(cart: Cart) => KnownProduct[]> {
  const named = [...new Set(of.flatMap((cart) => cart.lines.flatMap(({ productId }) => productId ?? [])))];
  const rows = await scope.db
    .select()
    .from(products)
    .where(and(eq(products.tenantId, scope.tenantId), inArray(products.externalId, named)));
  const byName = new Map(rows.map((row) => [`${row.shopId} ${row.externalId}`, row]));
  return ({ shopId, lines }) => lines.flatMap(({ productId }) => byName.get(`${shopId} ${productId}`) ?? []);
}

async function resultsOf(
  scope: Scope,
  cartIds: string[],
  { now, sequenceId, stepIds }: { now: Date; sequenceId: string; stepIds: string[] },
): Promise<Map<string, Record<string, StepResult>>> {
  const { db, tenantId } = scope;
  const sent = await db
    .select({ id: messages.id, cartId: enrollments.cartId, position: messages.position, sentAt: messages.sentAt })
    .from(messages)
    .innerJoin(enrollments, and(eq(enrollments.tenantId, messages.tenantId), eq(enrollments.id, messages.enrollmentId)))
    .where(
      and(
        ...[eq(enrollments.tenantId, tenantId), eq(enrollments.sequenceId, sequenceId)],
        inArray(enrollments.cartId, cartIds),
      ),
    );
  const ids = sent.map(({ id }) => id);
  const acts = await db
    .select()
    .from(touchpoints)
    .where(and(eq(touchpoints.tenantId, tenantId), inArray(touchpoints.messageId, ids), eq(touchpoints.by, "person")));
  const until = (rows: { messageId: string; at: Date }[]) =>
    new Set(rows.filter(({ at }) => at <= now).map(({ messageId }) => messageId));
  const [opens, clicks] = [until(acts.filter(isOpen)), until(acts.filter((act) => !isOpen(act)))];
  const results = new Map<string, Record<string, StepResult>>();
  for (const { id, cartId, position, sentAt } of sent) {
    const stepId = stepIds[position];
    if (stepId === undefined || !sentAt || sentAt > now) continue;
    const result = { sent: true, opened: opens.has(id) || clicks.has(id), clicked: clicks.has(id) };
    const before = results.get(cartId)?.[stepId];
    results.set(cartId, { ...results.get(cartId), [stepId]: merged(before, result) });
  }
  return results;
}

/** A step may have spoken on more than one channel. */
function merged(before: StepResult | undefined, result: StepResult): StepResult {
  if (!before) return result;
  return { sent: true, opened: before.opened || result.opened, clicked: before.clicked || result.clicked };
}

function isOpen({ kind }: { kind: TouchKind }): boolean {
  return kind === "open";
}
