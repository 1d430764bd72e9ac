import { createHash } from "node:crypto";
import { and, eq, inArray } from "drizzle-orm";
import type { ShopEvent } from "#domain/shop-event.ts";
import { newId } from "./ids.ts";
import { carts, orders } from "./schema/carts.ts";
import { webhookEvents } from "./schema/shops.ts";
import type { Scope } from "./scope.ts";

const prefix = "reconcile";

/** Reads what `storeEvents` wrote: an event in our own words. Every key that ends with "at" holds an instant or null. */
export function readStoredEvent(body: Uint8Array): ShopEvent {
  const revive = (key: string, value: unknown) =>
    (key === "at" || key.endsWith("At")) && typeof value === "string" ? new Date(value) : value;
  return JSON.parse(Buffer.from(body).toString("utf8"), revive) as ShopEvent;
}

/**
 * Stores what the reconciler learned beside the webhooks, so that it is seen and applied in the same way. The same word
 * twice is one row. Returns the new ones, each with its event.
 */
export async function storeEvents(
  scope: Scope,
  shopId: string,
  events: ShopEvent[],
  now: Date,
): Promise<{ id: string; event: ShopEvent }[]> {
  const byDelivery = new Map(events.map((event) => [deliveryOf(event), event]));
  const rows = [...byDelivery].map(([deliveryId, event]) => ({
    tenantId: scope.tenantId,
    id: newId("webhookEvent", now),
    sourceId: shopId,
    deliveryId,
    topic: `${prefix}/${event.kind}`,
    origin: "reconcile" as const,
    body: Buffer.from(JSON.stringify(event)),
    receivedAt: now,
    outcome: "pending" as const,
  }));
  if (rows.length === 0) return [];
  const { id, deliveryId } = webhookEvents;
  const fresh = await scope.db.insert(webhookEvents).values(rows).onConflictDoNothing().returning({ id, deliveryId });
  return fresh.flatMap((row) => {
    const event = byDelivery.get(row.deliveryId);
    return event ? [{ id: row.id, event }] : [];
  });
}

function deliveryOf(event: ShopEvent): string {
  return `${prefix}:${createHash("sha256").update(JSON.stringify(event)).digest("hex").slice(0, 40)}`;
}

export type SourceTime = { kind: "cart" | "order"; externalId: string; sourceUpdatedAt: Date };

/** Of which source time our word on a shop's carts and orders is; those that we do not know are left out. */
export async function sourceTimes(scope: Scope, shopId: string, externalIds: string[]): Promise<SourceTime[]> {
  if (externalIds.length === 0) return [];
  const known: SourceTime[] = [];
  for (const [kind, table] of [["cart", carts] as const, ["order", orders] as const]) {
    const rows = await scope.db
      .select({ externalId: table.externalId, sourceUpdatedAt: table.sourceUpdatedAt })
      .from(table)
      .where(and(eq(table.tenantId, scope.tenantId), eq(table.shopId, shopId), inArray(table.externalId, externalIds)));
    known.push(...rows.map((row) => ({ kind, ...row })));
  }
  return known;
}
