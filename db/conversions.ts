import { sql } from "drizzle-orm";
import type { AttributionModel, Credit } from "#domain/attribution.ts";
import { newId } from "./ids.ts";
import { conversions } from "./schema/carts.ts";
import type { Scope } from "./scope.ts";

/** Stores the credit of an order under a model. Asked again, as after a refund, the row follows the order. */
export async function saveConversion(
  scope: Scope,
  order: { id: string; currency: string; orderedAt: Date },
  given: { model: AttributionModel; credit: Credit; windowDays: number },
  now: Date,
): Promise<void> {
  const { model, credit, windowDays } = given;
  const credited = credit.kind === "credited" ? credit : null;
  await scope.db
    .insert(conversions)
    .values({
      tenantId: scope.tenantId,
      id: newId("conversion", now),
      orderId: order.id,
      model,
      enrollmentId: credited?.enrollmentId ?? null,
      messageId: credited?.messageId ?? null,
      organicReason: credit.kind === "organic" ? credit.reason : null,
      amount: credited?.amount ?? 0,
      currency: order.currency,
      windowDays,
      orderedAt: order.orderedAt,
      createdAt: now,
    })
    .onConflictDoUpdate({
      target: [conversions.tenantId, conversions.orderId, conversions.model],
      set: {
        enrollmentId: sql`excluded.enrollment_id`,
        messageId: sql`excluded.message_id`,
        organicReason: sql`excluded.organic_reason`,
        amount: sql`excluded.amount`,
      },
    });
}
