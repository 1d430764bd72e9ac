import { and, eq, isNull } from "drizzle-orm";
import { normalizeAddress } from "#domain/contact.ts";
import type { ComplianceRequest } from "#domain/shop-event.ts";
import { erasePerson } from "./erasure.ts";
import { newId } from "./ids.ts";
import { carts, orders } from "./schema/carts.ts";
import { consents, contactIdentities, contacts } from "./schema/contacts.ts";
import { messages } from "./schema/messages.ts";
import { complianceRequests } from "./schema/shops.ts";
import type { Scope } from "./scope.ts";

type Asked = { shopId: string; webhookEventId: string; asked: ComplianceRequest };

/** Answers a platform's demand: writes the export, or erases. Returns the enrollments that erasing closed. */
export async function answerCompliance(
  scope: Scope,
  { shopId, webhookEventId, asked }: Asked,
  now: Date,
): Promise<string[]> {
  const people =
    asked.request === "shop_redact" ? await addressesOf(scope, shopId) : await addressOf(scope, shopId, asked);
  const exported = asked.request === "data_request" && people[0] ? await exportPerson(scope, people[0]) : null;
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
      exportJson: exported ? JSON.stringify(exported, null, 2) : null,
    })
    .onConflictDoNothing();
  if (asked.request === "data_request") return [];
  const closed: string[] = [];
  for (const address of people) closed.push(...(await erasePerson(scope, address, now)));
  return closed;
}

async function addressOf(scope: Scope, shopId: string, asked: ComplianceRequest): Promise<string[]> {
  const address = asked.email ? normalizeAddress(asked.email) : null;
  if (address) return [address];
  if (!asked.customerExternalId) return [];
  const rows = await scope.db
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
    );
  return rows.map((row) => row.address);
}

async function addressesOf(scope: Scope, shopId: string): Promise<string[]> {
  const rows = await scope.db
    .selectDistinct({ address: contacts.address })
    .from(contacts)
    .innerJoin(carts, and(eq(carts.tenantId, contacts.tenantId), eq(carts.contactId, contacts.id)))
    .where(and(eq(contacts.tenantId, scope.tenantId), eq(carts.shopId, shopId), isNull(contacts.erasedAt)));
  return rows.map((row) => row.address);
}

async function exportPerson(scope: Scope, address: string) {
  const [contact] = await scope.db
    .select()
    .from(contacts)
    .where(and(eq(contacts.tenantId, scope.tenantId), eq(contacts.address, address)));
  if (!contact) return null;
  const mine = <T extends typeof carts | typeof orders | typeof consents | typeof messages>(table: T) =>
    and(eq(table.tenantId, scope.tenantId), eq(table.contactId, contact.id));
  return {
    contact,
    consents: await scope.db.select().from(consents).where(mine(consents)),
    carts: await scope.db.select().from(carts).where(mine(carts)),
    orders: await scope.db.select().from(orders).where(mine(orders)),
    messages: await scope.db.select().from(messages).where(mine(messages)),
  };
}
