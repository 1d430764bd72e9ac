import { and, eq, inArray, sql } from "drizzle-orm";
import { normalizeAddress } from "#domain/contact.ts";
import { closeEnrollmentsOf } from "./enrollments.ts";
import { carts, orders } from "./schema/carts.ts";
import { contactIdentities, contacts } from "./schema/contacts.ts";
import { decisions, drafts, messages, systemMails } from "./schema/messages.ts";
import { enrollments } from "./schema/sequences.ts";
import { complianceRequests, webhookEvents } from "./schema/shops.ts";
import type { Scope } from "./scope.ts";
import { addressHash, suppress } from "./suppressions.ts";

/**
 * Erases a person: every personal column, the raw webhook bodies, the drafts' briefs and words and the mails themselves.
 * Counts, amounts and ids survive, and the address stays suppressed by its hash. Returns the enrollments it closed.
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
  const [contact] = await scope.db
    .select({ id: contacts.id })
    .from(contacts)
    .where(and(eq(contacts.tenantId, scope.tenantId), eq(contacts.address, address)));
  if (!contact) {
    await eraseBodies(scope, address, []);
    return [];
  }
  const closed = await closeEnrollmentsOf(scope, contact.id, "suppressed", now);
  const subjects = await eraseCartsAndOrders(scope, contact.id);
  await eraseBodies(scope, address, [...subjects, contact.id]);
  await eraseWords(scope, contact.id);
  await eraseContact(scope, contact.id, address, now);
  return closed;
}

async function forgetSuppressedAddress(scope: Scope, address: string): Promise<void> {
  await scope.db.execute(sql`update suppressions set address = null
    where tenant_id = ${scope.tenantId} and address_hash = ${addressHash(address)}`);
}

async function eraseContact(scope: Scope, contactId: string, address: string, now: Date): Promise<void> {
  const mine = and(eq(contacts.tenantId, scope.tenantId), eq(contacts.id, contactId));
  const empty = { phone: null, firstName: null, lastName: null, language: null, country: null, timeZone: null };
  await scope.db
    .update(contacts)
    .set({ ...empty, address: `erased:${addressHash(address)}`, erasedAt: now })
    .where(mine);
  await scope.db
    .delete(contactIdentities)
    .where(and(eq(contactIdentities.tenantId, scope.tenantId), eq(contactIdentities.contactId, contactId)));
}

async function eraseCartsAndOrders(scope: Scope, contactId: string): Promise<string[]> {
  const cartRows = await scope.db
    .update(carts)
    .set({ recoveryUrl: null })
    .where(and(eq(carts.tenantId, scope.tenantId), eq(carts.contactId, contactId)))
    .returning({ id: carts.id });
  const orderRows = await scope.db
    .update(orders)
    .set({ number: null })
    .where(and(eq(orders.tenantId, scope.tenantId), eq(orders.contactId, contactId)))
    .returning({ id: orders.id });
  return [...cartRows, ...orderRows].map((row) => row.id);
}

/** Raw bodies about the person by what they were applied to, and any other that holds the address. */
async function eraseBodies(scope: Scope, address: string, subjectIds: string[]): Promise<void> {
  const named = subjectIds.length > 0 ? inArray(webhookEvents.subjectId, subjectIds) : sql`false`;
  await scope.db
    .update(webhookEvents)
    .set({ body: null })
    .where(
      and(
        eq(webhookEvents.tenantId, scope.tenantId),
        sql`(${named} or position(${address} in lower(encode(${webhookEvents.body}, 'escape'))) > 0)`,
      ),
    );
}

async function eraseExports(scope: Scope, address: string): Promise<void> {
  await scope.db
    .update(complianceRequests)
    .set({ exportJson: null })
    .where(
      and(
        eq(complianceRequests.tenantId, scope.tenantId),
        sql`position(${address} in ${complianceRequests.exportJson}) > 0`,
      ),
    );
}

async function eraseWords(scope: Scope, contactId: string): Promise<void> {
  await scope.db
    .update(messages)
    .set({ toAddress: "", subject: "", html: null, text: null, headers: {}, targetUrl: null })
    .where(and(eq(messages.tenantId, scope.tenantId), eq(messages.contactId, contactId)));
  const theirs = scope.db
    .select({ id: decisions.id })
    .from(decisions)
    .innerJoin(
      enrollments,
      and(eq(enrollments.tenantId, decisions.tenantId), eq(enrollments.id, decisions.enrollmentId)),
    )
    .where(and(eq(decisions.tenantId, scope.tenantId), eq(enrollments.contactId, contactId)));
  await scope.db
    .update(drafts)
    .set({ brief: null, words: null, findings: [] })
    .where(and(eq(drafts.tenantId, scope.tenantId), inArray(drafts.decisionId, theirs)));
}
