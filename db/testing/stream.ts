import { sql } from "drizzle-orm";
import type { CartLine, CartSnapshot } from "#domain/cart.ts";
import type { ContactSnapshot } from "#domain/contact.ts";
import type { OrderSnapshot } from "#domain/order.ts";
import { deleteCart, saveCart, saveCarts } from "../carts.ts";
import { saveContact } from "../contacts.ts";
import { newId } from "../ids.ts";
import { saveOrder, saveOrders } from "../orders.ts";
import { type Scope, withScope } from "../scope.ts";

/** What a shop may say, as the truth layer takes it. */
export type Said =
  | { kind: "cart"; shop: string; cart: CartSnapshot }
  | { kind: "deleted"; shop: string; tokens: string[]; deletedAt: Date }
  | { kind: "order"; shop: string; order: OrderSnapshot }
  | { kind: "contact"; shop: string; contact: ContactSnapshot; at: Date };

/** Takes one word within a transaction. Returns the enrollments that it closed. */
export async function take(scope: Scope, said: Said, now: Date): Promise<string[]> {
  switch (said.kind) {
    case "cart":
      return (await saveCart(scope, said.shop, said.cart, now)).closedEnrollmentIds;
    case "deleted":
      return (await deleteCart(scope, { ...said, shopId: said.shop }, now)).closedEnrollmentIds;
    case "order":
      return (await saveOrder(scope, said.shop, said.order, now)).closedEnrollmentIds;
    case "contact": {
      const source = { shopId: said.shop, sourceUpdatedAt: said.at, consentSource: `shop ${said.shop}` };
      return (await saveContact(scope, said.contact, source, now)).closedEnrollmentIds;
    }
  }
}

/** Takes words one after the other for a new tenant, whose id it returns. */
export function tell(words: Said[], now: Date, tenantId = newId("tenant", now)): Promise<string> {
  return withScope(tenantId, async (scope) => {
    for (const said of words) await take(scope, said, now);
    return tenantId;
  });
}

/** Takes all that is said of carts at once, then all of orders, as intake does in a storm, and then the other words. */
export function tellTogether(words: Said[], now: Date, tenantId = newId("tenant", now)): Promise<string> {
  return withScope(tenantId, async (scope) => {
    const carts = words.flatMap((said) => (said.kind === "cart" ? [{ shopId: said.shop, said: said.cart }] : []));
    await saveCarts(scope, carts, now);
    const orders = words.flatMap((said) => (said.kind === "order" ? [{ shopId: said.shop, said: said.order }] : []));
    await saveOrders(scope, orders, now);
    for (const said of words) if (said.kind !== "cart" && said.kind !== "order") await take(scope, said, now);
    return tenantId;
  });
}

/**
 * All that a tenant knows of people, carts and orders, with names instead of ids and without the times at which we
 * learned of it: what must be the same for every order of arrival.
 */
export function stateOf(tenantId: string) {
  return withScope(tenantId, stateIn);
}

/** The same, within a transaction; one question, for it is asked of hundreds of orders. */
export async function stateIn({ db }: Scope) {
  const person = (column: string) => sql.raw(`(select address from contacts p where p.id = ${column}) `);
  const subject = (column: string) =>
    sql.raw(`coalesce((select 'cart ' || shop_id || external_id from carts where id = ${column}),
      (select 'order ' || shop_id || external_id from orders where id = ${column}),
      (select address from contacts where id = ${column}))`);
  const own =
    "'id', 'tenant_id', 'created_at', 'contact_id', 'said_contact_id', 'order_id', 'merged_into', 'cart_id', 'subject_id'";
  const rest = sql.raw(`- array[${own}]`);
  const found = await db.execute<{ kind: string; row: unknown }>(sql`
    select 'carts' as kind, to_jsonb(c) ${rest} || jsonb_build_object('contact', ${person("c.contact_id")},
      'said', ${person("c.said_contact_id")}, 'order', ${subject("c.order_id")}, 'into', ${subject("c.merged_into")}) as row from carts c
    union all select 'orders', to_jsonb(o) ${rest} || jsonb_build_object('contact', ${person("o.contact_id")},
      'said', ${person("o.said_contact_id")}) from orders o
    union all select 'contacts', to_jsonb(c) ${rest} from contacts c
    union all select 'consents', to_jsonb(c) ${rest} || jsonb_build_object('contact', ${person("c.contact_id")}) from consents c
    union all select 'identities', to_jsonb(i) ${rest} || jsonb_build_object('contact', ${person("i.contact_id")}) from contact_identities i
    union all select 'links', jsonb_build_object('cart', ${subject("l.cart_id")}, 'order', ${subject("l.order_id")}) from order_carts l
    union all select 'keys', jsonb_build_object('key', k.key, 'of', ${subject("k.subject_id")}) from case_keys k
    union all select 'deletions', to_jsonb(d) ${rest} from cart_deletions d`);
  const rows = (kind: string) => [...found].flatMap((one) => (one.kind === kind ? [one.row] : [])).sort(bySpelling);
  return {
    ...{ carts: rows("carts"), orders: rows("orders"), contacts: rows("contacts"), consents: rows("consents") },
    ...{ identities: rows("identities"), links: rows("links"), keys: rows("keys"), deletions: rows("deletions") },
  };
}

function bySpelling(one: unknown, other: unknown): number {
  return JSON.stringify(one).localeCompare(JSON.stringify(other));
}

export const unsaid: ContactSnapshot = {
  ...{ externalId: null, email: null, phone: null, firstName: null, lastName: null },
  ...{ language: null, country: null, timeZone: null, consent: null },
};

export function line(id: string, quantity = 1, unitPrice = 1_000): CartLine {
  const unknown = { productId: null, variantId: null, sku: null, variantTitle: null, imageUrl: null, url: null };
  return { ...unknown, id, title: `Thing ${id}`, quantity, unitPrice, lineTotal: quantity * unitPrice };
}

/** A cart with one line, said at `at`; `given` says what is other. */
export function cartSaid(externalId: string, at: Date, given: Partial<CartSnapshot> = {}): CartSnapshot {
  const lines = given.lines ?? [line("1")];
  const subtotal = lines.reduce((sum, one) => sum + one.lineTotal, 0);
  return {
    ...{ externalId, tokens: [externalId], phase: "cart", contact: null, currency: "EUR", lines },
    ...{ totals: { subtotal, discount: 0, shipping: null, tax: null, total: subtotal }, discountCodes: [] },
    ...{ recoveryUrl: null, sourceCreatedAt: at, sourceUpdatedAt: at, completedAt: null, deletedAt: null },
    ...given,
  };
}

export function orderSaid(externalId: string, at: Date, given: Partial<OrderSnapshot> = {}): OrderSnapshot {
  return {
    ...{ externalId, number: null, tokens: [], contact: null, currency: "EUR", lines: [line("1")], subtotal: 1_000 },
    ...{ discount: 0, total: 1_000, refunded: 0, discountCodes: [], status: "placed", orderedAt: at },
    ...{ sourceUpdatedAt: at, ...given },
  };
}
