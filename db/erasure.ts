import { and, eq, inArray, isNotNull, or, sql } from "drizzle-orm";
import { normalizeAddress } from "#domain/contact.ts";
import { closeEnrollmentsOf } from "./enrollments.ts";
import { eraseWords } from "./erase-words.ts";
import { cartDeletions, carts, caseKeys, orders } from "./schema/carts.ts";
import { contactIdentities, contacts } from "./schema/contacts.ts";
import { systemMails } from "./schema/messages.ts";
import { complianceRequests, webhookEvents } from "./schema/shops.ts";
import type { Scope } from "./scope.ts";
import { spellingsOf } from "./spellings.ts";
import { addressHash, suppress } from "./suppressions.ts";

/**
 * Erases a person: every personal column, the raw webhook bodies, the drafts' briefs and words, what reviewers said of
 * them and the mails themselves. Counts, amounts and ids survive, and the address stays suppressed by its hash. Returns
 * the enrollments it closed.
 */
export async function erasePerson(scope: Scope, email: string, now: Date): Promise<string[]> {
  const address = normalizeAddress(email);
  if (!address) return [];
  await suppress(scope, { address, reason: "erased", messageId: null }, now);
  await forgetSuppressedAddress(scope, address);
  await eraseExports(scope, address);
  await eraseDeliveryNames(scope, address);
  await scope.db
    .delete(systemMails)
    .where(and(eq(systemMails.tenantId, scope.tenantId), eq(systemMails.toAddress, address)));
  const [contact] = await scope.db
    .select({ id: contacts.id, phone: contacts.phone })
    .from(contacts)
    .where(and(eq(contacts.tenantId, scope.tenantId), eq(contacts.address, address)));
  if (!contact) {
    await eraseBodies(scope, [], [address, email]);
    return [];
  }
  const closed = await closeEnrollmentsOf(scope, contact.id, "suppressed", now);
  const subjects = await eraseCartsAndOrders(scope, contact.id, address);
  const names = [contact.phone, ...(await identitiesOf(scope, contact.id))].flatMap((name) => name ?? []);
  await eraseBodies(scope, [...subjects, contact.id], [address, email, ...names.filter(isTelling)]);
  await eraseWords(scope, contact.id);
  await eraseContact(scope, contact.id, now);
  return closed;
}

async function identitiesOf(scope: Scope, contactId: string): Promise<string[]> {
  const rows = await scope.db
    .select({ externalId: contactIdentities.externalId })
    .from(contactIdentities)
    .where(and(eq(contactIdentities.tenantId, scope.tenantId), eq(contactIdentities.contactId, contactId)));
  return rows.map((row) => row.externalId);
}

/** Long enough to be nobody else's: a shop's customer "7" would empty every body with a 7 in it. */
function isTelling(name: string): boolean {
  return name.length >= 8;
}

/** Erases what names a person in raw bodies: those about any of the subjects, and any other that holds a text. */
export async function eraseBodies(scope: Scope, subjectIds: string[], texts: string[]): Promise<void> {
  const named = subjectIds.length > 0 ? inArray(webhookEvents.subjectId, subjectIds) : sql`false`;
  const spellings = JSON.stringify(texts.flatMap(spellingsOf));
  // Bodies are bytes of any kind: `escape` shows ASCII as itself and the rest in octal, and so the text must be shown.
  const holds = sql`exists (
    select from (select lower(encode(${webhookEvents.body}, 'escape')) as shown offset 0) body,
      jsonb_array_elements_text(${spellings}::text::jsonb) as spelling
    where position(encode(convert_to(spelling, 'UTF8'), 'escape') in shown) > 0)`;
  await scope.db
    .update(webhookEvents)
    .set({ body: null })
    .where(and(eq(webhookEvents.tenantId, scope.tenantId), isNotNull(webhookEvents.body), or(named, holds)));
}

/** Some shops name their requests by the address; such a name goes too. */
async function eraseDeliveryNames({ db, tenantId }: Scope, address: string): Promise<void> {
  await db
    .update(webhookEvents)
    .set({ deliveryId: sql`'erased:' || ${webhookEvents.id}` })
    .where(
      and(eq(webhookEvents.tenantId, tenantId), sql`position(${address} in lower(${webhookEvents.deliveryId})) > 0`),
    );
}

async function forgetSuppressedAddress(scope: Scope, address: string): Promise<void> {
  await scope.db.execute(sql`update suppressions set address = null
    where tenant_id = ${scope.tenantId} and address_hash = ${addressHash(address)}`);
}

/** Not by the address's hash: whoever was erased may come back with the next checkout, and be erased again. */
async function eraseContact(scope: Scope, contactId: string, now: Date): Promise<void> {
  const mine = and(eq(contacts.tenantId, scope.tenantId), eq(contacts.id, contactId));
  const empty = { phone: null, firstName: null, lastName: null, language: null, country: null, timeZone: null };
  await scope.db
    .update(contacts)
    .set({ ...empty, address: `erased:${contactId}`, erasedAt: now })
    .where(mine);
  await scope.db
    .delete(contactIdentities)
    .where(and(eq(contactIdentities.tenantId, scope.tenantId), eq(contactIdentities.contactId, contactId)));
}

/** Some shops name a cart, order or customer by the address itself; such a name goes too. Returns the ids of the first two. */
async function eraseCartsAndOrders(scope: Scope, contactId: string, address: string): Promise<string[]> {
  const unnamed = (table: typeof carts | typeof orders) => {
    const holds = (column: typeof table.externalId | typeof table.customerExternalId) =>
      sql`position(${address} in lower(${column})) > 0`;
    const { externalId, customerExternalId } = table;
    return {
      externalId: sql`case when ${holds(externalId)} then 'erased:' || ${table.id} else ${externalId} end`,
      customerExternalId: sql`case when ${holds(customerExternalId)} then null else ${customerExternalId} end`,
    };
  };
  const cartRows = await scope.db
    .update(carts)
    .set({ recoveryUrl: null, ...unnamed(carts) })
    .where(and(eq(carts.tenantId, scope.tenantId), eq(carts.contactId, contactId)))
    .returning({ id: carts.id });
  const orderRows = await scope.db
    .update(orders)
    .set({ number: null, ...unnamed(orders) })
    .where(and(eq(orders.tenantId, scope.tenantId), eq(orders.contactId, contactId)))
    .returning({ id: orders.id });
  for (const table of [caseKeys, cartDeletions]) {
    await scope.db
      .delete(table)
      .where(and(eq(table.tenantId, scope.tenantId), sql`position(${address} in lower(${table.key})) > 0`));
  }
  return [...cartRows, ...orderRows].map((row) => row.id);
}

async function eraseExports(scope: Scope, address: string): Promise<void> {
  const holds = (column: typeof complianceRequests.exportJson | typeof complianceRequests.reference) =>
    sql`position(${address} in lower(${column})) > 0`;
  for (const name of ["exportJson", "reference"] as const) {
    await scope.db
      .update(complianceRequests)
      .set({ [name]: null })
      .where(and(eq(complianceRequests.tenantId, scope.tenantId), holds(complianceRequests[name])));
  }
}
