import type { Device } from "#domain/device.ts";
import { emailKey, tokenKey } from "../case-keys.ts";
import { basketOf, linesOf, recoveryUrlOf, totalsOf } from "./baskets.ts";
import { minute } from "./calendar.ts";
import { shop } from "./cast.ts";
import { chance } from "./chance.ts";
import type { Person, Visit } from "./crowd.ts";
import type { CartRow, Writing } from "./writing.ts";

type CartEnd = { abandonedAt?: Date | null; orderedAt?: Date | null; deletedAt?: Date | null };

/** The contact of a person; written at their first visit. */
export function writeContact({ facts, rows, newId, contactIds, emailKeys }: Writing, person: Person, at: Date): string {
  const known = contactIds.get(person.address);
  if (known) return known;
  const { tenantId } = facts;
  const id = newId("contact", at);
  const { address, firstName, lastName, language, country, timeZone } = person;
  contactIds.set(address, id);
  emailKeys.set(id, emailKey(address));
  rows.contacts.push({
    tenantId,
    id,
    address,
    firstName,
    lastName,
    language,
    country,
    timeZone,
    sourceUpdatedAt: at,
    createdAt: at,
  });
  if (chance(address, "agrees") < 0.6) {
    rows.consents.push({
      tenantId,
      id: newId("consent", at),
      contactId: id,
      channel: "email",
      state: "granted",
      source: "checkout",
      at,
    });
  }
  return id;
}

/** The cart of a visit, filled within a few minutes before it went quiet. */
export function writeCart(writing: Writing, visit: Visit, contactId: string | null, end: CartEnd): CartRow {
  const { facts, rows, newId } = writing;
  const { tenantId, appUrl } = facts;
  const basket = basketOf(visit.subject);
  const lines = linesOf(basket, appUrl);
  const totals = totalsOf(lines);
  const createdAt = new Date(visit.at.getTime() - (2 + chance(visit.subject, "browsing") * 18) * minute);
  const shopify = chance(visit.subject, "shop") < 0.35;
  const shopId = shopify ? facts.shopifyShopId : facts.customShopId;
  const id = newId("cart", createdAt);
  const externalId = `nl-${id.slice(-12)}`;
  const cart: CartRow = {
    tenantId,
    id,
    shopId,
    externalId,
    contactId,
    saidContactId: contactId,
    phase: contactId ? "checkout" : "cart",
    currency: shop.currency,
    lines,
    totals,
    total: totals.total,
    recoveryUrl: recoveryUrlOf(externalId, basket, appUrl),
    device: deviceOfVisit(visit),
    sourceCreatedAt: createdAt,
    sourceUpdatedAt: visit.at,
    lastActivityAt: visit.at,
    createdAt,
    ...end,
  };
  rows.carts.push(cart);
  writeKeys(writing, id, cart);
  const key = tokenKey(shopId, externalId);
  if (end.deletedAt) rows.cartDeletions.push({ tenantId, key, deletedAt: end.deletedAt });
  return cart;
}

/** People keep to the device they like; some shops' browsers tell none. */
function deviceOfVisit({ subject, person }: Visit): Device | null {
  if (chance(subject, "device told") > 0.94) return null;
  const roll = chance(person?.address ?? subject, "device");
  return roll < 0.57 ? "phone" : roll < 0.66 ? "tablet" : "desktop";
}

/** The names by which a cart and its order find each other and their person. */
export function writeKeys({ facts, rows, emailKeys }: Writing, subjectId: string, cart: CartRow): void {
  const email = emailKeys.get(cart.contactId ?? "");
  const keys = [tokenKey(cart.shopId, cart.externalId), ...(email ? [email] : [])];
  rows.caseKeys.push(...keys.map((key) => ({ tenantId: facts.tenantId, key, subjectId })));
}
