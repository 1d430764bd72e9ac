import { and, eq, inArray, isNull, or } from "drizzle-orm";
import { normalizeAddress } from "#domain/contact.ts";
import type { ComplianceRequest } from "#domain/shop-event.ts";
import { customerKey } from "./case-keys.ts";
import { emptyShop } from "./empty-shop.ts";
import { eraseBodies } from "./erase-bodies.ts";
import { erasePerson } from "./erasure.ts";
import { exportPerson } from "./export-person.ts";
import { newId } from "./ids.ts";
import { carts, caseKeys, orders } from "./schema/carts.ts";
import { contactIdentities, contacts } from "./schema/contacts.ts";
import { complianceRequests, webhookEvents } from "./schema/shops.ts";
import type { Scope } from "./scope.ts";

type Asked = { shopId: string; webhookEventId: string; asked: ComplianceRequest };

/** Answers a platform's demand: writes the export, or erases. Returns the enrollments that erasing closed. */
export async function answerCompliance(scope: Scope, demand: Asked, now: Date): Promise<string[]> {
  const { shopId, webhookEventId, asked } = demand;
  const people = asked.request === "shop_redact" ? await peopleOf(scope, shopId) : await peopleNamed(scope, demand);
  const exported = asked.request === "data_request" ? await exportAll(scope, people) : [];
  await scope.db
    .insert(complianceRequests)
    .values({
      tenantId: scope.tenantId,
      id: newId("compliance", now),
      shopId,
      webhookEventId,
      request: asked.request,
      reference: asked.reference,
      receivedAt: now,
      completedAt: now,
      exportJson: exported.length > 0 ? JSON.stringify(exported, null, 2) : null,
    })
    .onConflictDoNothing();
  if (asked.request === "data_request") return [];
  const subjects = await subjectsOf(scope, demand);
  const closed: string[] = [];
  for (const address of people) closed.push(...(await erasePerson(scope, address, now)));
  // Of some customers we know no address, and of these nothing but what the shop's requests said.
  await eraseBodies(scope, subjects, []);
  await eraseDemand(scope, demand);
  if (asked.request === "shop_redact") await emptyShop(scope, shopId, now);
  return closed;
}

/** What remains beside the people themselves: the orders named, the demand's own words, and all that a gone shop sent. */
async function eraseDemand(scope: Scope, { shopId, webhookEventId, asked }: Asked): Promise<void> {
  if (asked.orderExternalIds.length > 0) {
    const named = await scope.db
      .update(orders)
      .set({ number: null })
      .where(
        and(
          eq(orders.tenantId, scope.tenantId),
          eq(orders.shopId, shopId),
          inArray(orders.externalId, asked.orderExternalIds),
        ),
      )
      .returning({ id: orders.id });
    const ids = named.map((row) => row.id);
    await eraseBodies(scope, ids, []);
  }
  const gone =
    asked.request === "shop_redact" ? eq(webhookEvents.sourceId, shopId) : eq(webhookEvents.id, webhookEventId);
  await scope.db
    .update(webhookEvents)
    .set({ body: null })
    .where(and(eq(webhookEvents.tenantId, scope.tenantId), gone));
}

/** Everybody whom a demand may mean: the address it says, and all whom the shop's customer id ever named, who may have moved. */
async function peopleNamed(scope: Scope, demand: Asked): Promise<string[]> {
  const { email, customerExternalId } = demand.asked;
  const address = email ? normalizeAddress(email) : null;
  if (!customerExternalId) return address ? [address] : [];
  const { db, tenantId } = scope;
  const ids = await subjectsOf(scope, demand);
  const theirs = (table: typeof carts | typeof orders, column: "contactId" | "saidContactId") =>
    db
      .select({ id: table[column] })
      .from(table as typeof carts)
      .where(and(eq(table.tenantId, tenantId), inArray(table.id, ids)));
  const now = db
    .select({ id: contactIdentities.contactId })
    .from(contactIdentities)
    .where(
      and(
        eq(contactIdentities.tenantId, tenantId),
        eq(contactIdentities.shopId, demand.shopId),
        eq(contactIdentities.externalId, customerExternalId),
      ),
    );
  const named = [carts, orders].flatMap((table) => [
    inArray(contacts.id, theirs(table, "contactId")),
    inArray(contacts.id, theirs(table, "saidContactId")),
  ]);
  const known = await db
    .select({ address: contacts.address })
    .from(contacts)
    .where(and(eq(contacts.tenantId, tenantId), or(inArray(contacts.id, now), inArray(contacts.id, ids), ...named)));
  return [...new Set([...(address ? [address] : []), ...known.map((row) => row.address)])];
}

/** The carts, orders and contacts of which the shop said that they are the customer's. */
async function subjectsOf({ db, tenantId }: Scope, { shopId, asked }: Asked): Promise<string[]> {
  if (!asked.customerExternalId) return [];
  const rows = await db
    .select({ id: caseKeys.subjectId })
    .from(caseKeys)
    .where(and(eq(caseKeys.tenantId, tenantId), eq(caseKeys.key, customerKey(shopId, asked.customerExternalId))));
  return rows.map((row) => row.id);
}

async function peopleOf(scope: Scope, shopId: string): Promise<string[]> {
  const { db, tenantId } = scope;
  const from = <T extends typeof carts | typeof orders | typeof contactIdentities>(table: T) =>
    inArray(
      contacts.id,
      db
        .select({ id: table.contactId })
        .from(table as typeof carts)
        .where(and(eq(table.tenantId, tenantId), eq(table.shopId, shopId))),
    );
  const rows = await db
    .select({ address: contacts.address })
    .from(contacts)
    .where(
      and(
        eq(contacts.tenantId, tenantId),
        isNull(contacts.erasedAt),
        or(from(carts), from(orders), from(contactIdentities)),
      ),
    );
  return rows.map((row) => row.address);
}

async function exportAll(scope: Scope, addresses: string[]) {
  const people = [];
  for (const address of addresses) people.push(await exportPerson(scope, address));
  return people.filter((one) => one !== null);
}
