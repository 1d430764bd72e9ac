import fc from "fast-check";
import { amounts, currencies, stepIds, texts } from "#domain/condition/testing/conditions.ts";
import { touchpoints } from "../schema/attribution.ts";
import { carts, orders } from "../schema/carts.ts";
import { products } from "../schema/catalogue.ts";
import { consents, contacts } from "../schema/contacts.ts";
import { messageEvents, messages } from "../schema/messages.ts";
import { enrollments } from "../schema/sequences.ts";
import type { Scope } from "../scope.ts";

const day = 86_400_000;
const word = fc.constantFrom(...texts);
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const some = <T>(of: fc.Arbitrary<T>) => fc.array(of, { maxLength: 3 });
const amount = fc.constantFrom(...amounts);
const currency = fc.constantFrom("EUR" as const, "EUR" as const, ...currencies);

/** On the edges of whole days before `now`, a little beside them, and some still to come. */
const moment = (now: Date) =>
  fc
    .tuple(fc.integer({ min: -1, max: 6 }), fc.constantFrom(-1, 0, 1, 3_600_000))
    .map(([days, aside]) => new Date(now.getTime() - days * day + aside));

const line = fc.record({ productId: maybe(fc.constantFrom("1", "2", "3")), quantity: fc.integer({ min: 1, max: 4 }) });

const person = (now: Date) =>
  fc.record({
    contact: fc.record({
      ...{ country: maybe(word), language: maybe(fc.constantFrom("de-AT", "de_at", "EN", "fr", "")) },
      ...{ loyaltyTier: maybe(word), tags: maybe(some(word)), shopTags: maybe(some(word)) },
    }),
    consents: some(fc.record({ state: fc.constantFrom("granted" as const, "withdrawn" as const), at: moment(now) })),
    orders: some(
      fc.record({
        ...{ total: amount, refunded: fc.constantFrom(0, 0, 999), discount: fc.constantFrom(0, 100), currency },
        ...{ status: fc.constantFrom("placed" as const, "refunded" as const, "cancelled" as const), at: moment(now) },
      }),
    ),
    carts: fc.array(
      fc.record({
        ...{ total: amount, currency, lines: some(line), discount: fc.constantFrom(0, 0, 50), codes: some(word) },
        ...{ phase: fc.constantFrom("cart" as const, "checkout" as const), customer: maybe(word) },
        device: maybe(fc.constantFrom("phone" as const, "desktop" as const)),
        ...{ at: moment(now), abandonedAt: maybe(moment(now)), orderedAt: maybe(moment(now)), owned: fc.boolean() },
        sent: fc.subarray([0, 1]),
        ...{ sentAt: moment(now), opened: some(moment(now)), clicked: some(moment(now)) },
      }),
      { minLength: 1, maxLength: 3 },
    ),
  });

const catalogue = fc.tuple(
  ...["1", "2", "3"].map((externalId) =>
    fc.record({ externalId: fc.constant(externalId), categories: maybe(some(word)), brand: maybe(word) }),
  ),
);

export const world = (now: Date) =>
  fc.record({ people: fc.array(person(now), { minLength: 25, maxLength: 25 }), catalogue });
type World = typeof world extends (now: Date) => fc.Arbitrary<infer W> ? W : never;
type Person = World["people"][number];

export const sequenceId = "seq_1";
export { stepIds };

/** Stores a made-up tenant: its people's carts, orders, consents, messages, opens and clicks. */
export async function storeWorld(scope: Scope, { people, catalogue }: World, now: Date): Promise<void> {
  const { db, tenantId } = scope;
  const shop = { tenantId, shopId: "cart", sourceUpdatedAt: now, createdAt: now };
  await db.insert(products).values(catalogue.map((one) => ({ ...shop, id: `prd_${one.externalId}`, ...one })));
  for (const [number, one] of people.entries()) {
    const id = `con_${number}`;
    const stamps = { sourceUpdatedAt: now, createdAt: now };
    await db.insert(contacts).values({ tenantId, id, address: `${number}@example.com`, ...one.contact, ...stamps });
    await storeWords(scope, one, number);
    for (const [place, cart] of one.carts.entries()) await storeCart(scope, cart, { number, place, now });
  }
}

async function storeWords({ db, tenantId }: Scope, { consents: said, orders: placed }: Person, number: number) {
  const contactId = `con_${number}`;
  for (const [place, { state, at }] of said.entries()) {
    const row = { tenantId, id: `cns_${number}_${place}`, contactId, channel: "email" as const };
    await db.insert(consents).values({ ...row, state, source: `${place}`, at });
  }
  for (const [place, { at, ...order }] of placed.entries()) {
    const row = { tenantId, id: `ord_${number}_${place}`, shopId: "cart", externalId: `${number}-${place}`, contactId };
    const times = { orderedAt: at, sourceUpdatedAt: at, createdAt: at };
    await db.insert(orders).values({ ...row, ...order, ...times, lines: [], subtotal: order.total });
  }
}

type Told = { number: number; place: number; now: Date };

async function storeCart(scope: Scope, told: Person["carts"][number], { number, place, now }: Told) {
  const { db, tenantId } = scope;
  const { total, currency, discount, at, abandonedAt, orderedAt, device } = told;
  const key = `${number}_${place}`;
  const contactId = told.owned || place === 0 ? `con_${number}` : null;
  const unsaid = { sku: null, title: "Kettle", variantId: null, variantTitle: null, imageUrl: null, url: null };
  const lines = told.lines.map((one, index) => ({ ...unsaid, id: `${index}`, ...one, unitPrice: 1, lineTotal: 1 }));
  const totals = { subtotal: total, discount, shipping: null, tax: null, total };
  await db.insert(carts).values({
    ...{ tenantId, id: `cart_${key}`, shopId: "cart", externalId: key, contactId, phase: told.phase, currency, lines },
    ...{ totals, total, discountCodes: told.codes, customerExternalId: told.customer, abandonedAt, orderedAt },
    device,
    ...{ sourceCreatedAt: at, sourceUpdatedAt: at, lastActivityAt: at, createdAt: now },
  });
  if (contactId === null) return;
  const entered = { cartId: `cart_${key}`, contactId, arm: "ladder", armKind: "variant" as const, cartTotal: total };
  await db.insert(enrollments).values({
    ...{ triggerKind: "cart_abandoned", triggerId: `cart_${key}` },
    ...{ tenantId, id: `enr_${key}`, sequenceId: place === 2 ? "seq_2" : sequenceId, versionId: "ver_1", ...entered },
    ...{ currency, abandonedAt: at, startedAt: at },
  });
  for (const position of told.sent) await storeMessage(scope, told, { key, contactId, position });
}

type Sent = { key: string; contactId: string; position: number };

async function storeMessage(
  { db, tenantId }: Scope,
  told: Person["carts"][number],
  { key, contactId, position }: Sent,
) {
  const id = `msg_${key}_${position}`;
  await db.insert(messages).values({
    ...{ tenantId, id, decisionId: `dec_${key}_${position}`, channel: "email", enrollmentId: `enr_${key}` },
    ...{ cartId: `cart_${key}`, contactId, draftId: "drf_1", position, toAddress: "x", fromAddress: "x", subject: "x" },
    ...{ headers: {}, status: "sent", dueAt: told.at, sentAt: told.sentAt, createdAt: told.at },
  });
  const clicks = told.clicked.map((at, index) => ({
    ...{ tenantId, clickId: `clk_${id}_${index}`, messageId: id, enrollmentId: `enr_${key}`, contactId, at },
  }));
  if (clicks.length > 0 && position === 0) await db.insert(touchpoints).values(clicks);
  const opens = told.opened.map((at, index) => ({
    ...{ tenantId, id: `mev_${id}_${index}`, messageId: id, providerEventId: `${id}-${index}` },
    ...{ kind: index === 2 ? ("delivered" as const) : ("opened" as const), at },
  }));
  if (opens.length > 0) await db.insert(messageEvents).values(opens);
  const opened = opens.filter(({ kind }) => kind === "opened");
  const acts = opened.map((report) => ({
    ...{ tenantId, clickId: `opn_${report.id}`, messageId: id, enrollmentId: `enr_${key}`, contactId },
    ...{ kind: "open" as const, at: report.at },
  }));
  if (acts.length > 0) await db.insert(touchpoints).values(acts);
}
