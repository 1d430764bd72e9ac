import { and, eq, sql } from "drizzle-orm";
import { normalizeAddress } from "#domain/contact.ts";
import { emailKey, personKeys } from "./case-keys.ts";
import { closeEnrollmentsOf } from "./enrollments.ts";
import { eraseAnswers } from "./erase-answers.ts";
import { eraseBodies, subjectsNamed } from "./erase-bodies.ts";
import { eraseInbox } from "./erase-inbox.ts";
import { eraseLetters } from "./erase-letters.ts";
import { eraseWords } from "./erase-words.ts";
import { forgetHours } from "./hours.ts";
import { cartDeletions, carts, caseKeys, orders } from "./schema/carts.ts";
import { contactIdentities, contacts } from "./schema/contacts.ts";
import { systemMails } from "./schema/messages.ts";
import { complianceRequests } from "./schema/shops.ts";
import type { Scope } from "./scope.ts";
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
  await scope.db
    .delete(systemMails)
    .where(and(eq(systemMails.tenantId, scope.tenantId), eq(systemMails.toAddress, address)));
  const letterIds = await eraseLetters(scope, address);
  await eraseAnswers(scope, letterIds);
  await eraseInbox(scope, address, now);
  const [contact] = await scope.db
    .select({ id: contacts.id, phone: contacts.phone })
    .from(contacts)
    .where(and(eq(contacts.tenantId, scope.tenantId), eq(contacts.address, address)));
  if (!contact) {
    await eraseBodies(
      scope,
      [...(await subjectsNamed(scope, [emailKey(address)], null)), ...letterIds],
      [address, email],
    );
    return [];
  }
  const closed = await closeEnrollmentsOf(scope, contact.id, "suppressed", now);
  const identities = await identitiesOf(scope, contact.id);
  const subjects = await subjectsNamed(scope, personKeys({ address, phone: contact.phone, identities }), contact.id);
  const names = [contact.phone, ...identities.map((one) => one.externalId)].flatMap((name) => name ?? []);
  await eraseCartsAndOrders(scope, contact.id, address);
  await eraseBodies(scope, [...subjects, ...letterIds], [address, email, ...names.filter(isTelling)]);
  await eraseVisits(scope, contact.id);
  await eraseWords(scope, contact.id);
  await forgetHours(scope, contact.id);
  await eraseContact(scope, contact.id, now);
  return closed;
}

function identitiesOf(scope: Scope, contactId: string): Promise<{ shopId: string; externalId: string }[]> {
  return scope.db
    .select({ shopId: contactIdentities.shopId, externalId: contactIdentities.externalId })
    .from(contactIdentities)
    .where(and(eq(contactIdentities.tenantId, scope.tenantId), eq(contactIdentities.contactId, contactId)));
}

/** Long enough to be nobody else's: a shop's customer "7" would empty every body with a 7 in it. */
function isTelling(name: string): boolean {
  return name.length >= 8;
}

async function forgetSuppressedAddress(scope: Scope, address: string): Promise<void> {
  await scope.db.execute(sql`update suppressions set address = null
    where tenant_id = ${scope.tenantId} and address_hash = ${addressHash(address)}`);
}

/** What they looked at, by themselves or under the token of a browser that claimed their address. */
async function eraseVisits({ db, tenantId }: Scope, contactId: string): Promise<void> {
  const theirs = sql`select v.id from visits v where v.tenant_id = ${tenantId} and (v.contact_id = ${contactId} or exists (
    select from carts c where c.tenant_id = ${tenantId} and c.shop_id = v.shop_id and c.external_id = v.visitor
      and c.contact_id = ${contactId}))`;
  await db.execute(sql`delete from product_views where tenant_id = ${tenantId} and visit_id in (${theirs})`);
  await db.execute(sql`delete from visits where tenant_id = ${tenantId} and id in (${theirs})`);
}

/** Not by the address's hash: whoever was erased may come back with the next checkout, and be erased again. */
async function eraseContact(scope: Scope, contactId: string, now: Date): Promise<void> {
  const mine = and(eq(contacts.tenantId, scope.tenantId), eq(contacts.id, contactId));
  const empty = { phone: null, firstName: null, lastName: null, language: null, country: null, timeZone: null };
  await scope.db
    .update(contacts)
    .set({ ...empty, tags: null, shopTags: null, loyaltyTier: null, address: `erased:${contactId}`, erasedAt: now })
    .where(mine);
  await scope.db
    .delete(contactIdentities)
    .where(and(eq(contactIdentities.tenantId, scope.tenantId), eq(contactIdentities.contactId, contactId)));
}

/** Some shops name a cart, order or customer by the address itself; such a name goes too. */
async function eraseCartsAndOrders(scope: Scope, contactId: string, address: string): Promise<void> {
  const unnamed = (table: typeof carts | typeof orders) => {
    const holds = (column: typeof table.externalId | typeof table.customerExternalId) =>
      sql`position(${address} in lower(${column})) > 0`;
    const { externalId, customerExternalId } = table;
    return {
      externalId: sql`case when ${holds(externalId)} then 'erased:' || ${table.id} else ${externalId} end`,
      customerExternalId: sql`case when ${holds(customerExternalId)} then null else ${customerExternalId} end`,
    };
  };
  await scope.db
    .update(carts)
    .set({ recoveryUrl: null, ...unnamed(carts) })
    .where(and(eq(carts.tenantId, scope.tenantId), eq(carts.contactId, contactId)));
  await scope.db
    .update(orders)
    .set({ number: null, ...unnamed(orders) })
    .where(and(eq(orders.tenantId, scope.tenantId), eq(orders.contactId, contactId)));
  for (const table of [caseKeys, cartDeletions]) {
    await scope.db
      .delete(table)
      .where(and(eq(table.tenantId, scope.tenantId), sql`position(${address} in lower(${table.key})) > 0`));
  }
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
