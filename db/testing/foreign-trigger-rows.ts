import { orderTriggers, productViews, visits } from "../schema/triggers.ts";
import type { Scope } from "../scope.ts";
import type { Owned, Rows } from "./foreign-owned.ts";

/** A visit with what was looked at, and an order that a sequence has looked at. */
export async function tellTriggers(
  { db, tenantId }: Scope,
  owned: Omit<Owned, keyof Rows>,
  { name, at }: { name: string; at: Date },
): Promise<void> {
  const visitor = { shopId: owned.shop, visitor: `browser:${name}`, contactId: owned.contact };
  await db.insert(visits).values({ tenantId, id: `vis_${name}`, ...visitor, startedAt: at, lastViewAt: at });
  const product = { productExternalId: `kettle-${name}`, title: `Kettle of ${name}`, at };
  await db.insert(productViews).values({ tenantId, webhookEventId: owned.webhook, visitId: `vis_${name}`, ...product });
  const trigger = { sequenceId: owned.sequence, orderId: owned.order, kind: "order_placed" as const };
  await db.insert(orderTriggers).values({ tenantId, ...trigger, at });
}
