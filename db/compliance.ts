import { and, eq, inArray, isNull, or } from "drizzle-orm";
import { normalizeAddress } from "#domain/contact.ts";
import type { ComplianceRequest } from "#domain/shop-event.ts";
import { eraseBodies, erasePerson } from "./erasure.ts";
import { exportPerson } from "./export-person.ts";
import { newId } from "./ids.ts";
import { carts, orders } from "./schema/carts.ts";
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
  const closed: string[] = [];
  for (const address of people) closed.push(...(await erasePerson(scope, address, now)));
  await eraseDemand(scope, demand);
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

/** Everybody whom a demand may mean: the address it says, and whom the shop's customer id names, who may have moved. */
async function peopleNamed(scope: Scope, { shopId, asked }: Asked): Promise<string[]> {
  const address = asked.email ? normalizeAddress(asked.email) : null;
  const known = asked.customerExternalId
    ? await scope.db
        .select({ address: contacts.address })
        .from(contactIdentities)
        .innerJoin(
          contacts,
          and(eq(contacts.tenantId, contactIdentities.tenantId), eq(contacts.id, contactIdentities.contactId)),
        )
        .where(
          and(
            eq(contactIdentities.tenantId, scope.tenantId),
            eq(contactIdentities.shopId, shopId),
            eq(contactIdentities.externalId, asked.customerExternalId),
          ),
        )
    : [];
  return [...new Set([...(address ? [address] : []), ...known.map((row) => row.address)])];
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
