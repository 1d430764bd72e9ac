import { settleDue } from "#db/attribution-dues.ts";
import { newestWeights } from "#db/attribution-weights.ts";
import { saveCredits } from "#db/conversions.ts";
import { lockOrder } from "#db/orders.ts";
import { withJobScope } from "#db/scope.ts";
import { getPolicy } from "#db/tenants.ts";
import { touchesUntil } from "#db/touchpoints.ts";
import { creditOrder } from "#domain/attribution.ts";

/** Credits an order under every model, or says why it is organic; again as often as anything about it has changed. */
export function attributeOrder(tenantId: string, orderId: string, now: Date): Promise<void> {
  return withJobScope(tenantId, async (scope) => {
    await settleDue(scope, orderId);
    const order = await lockOrder(scope, orderId);
    if (!order) return;
    const { attributionDays, attribution } = await getPolicy(scope);
    const weights = await newestWeights(scope);
    // A shop whose clock is ahead cannot make a click of later come before its order.
    const orderedAt = order.orderedAt < order.createdAt ? order.orderedAt : order.createdAt;
    const touches = order.contactId ? await touchesUntil(scope, order.contactId, orderedAt) : [];
    const credits = creditOrder({ ...order, orderedAt }, touches, { attributionDays, attribution, fitted: weights });
    await saveCredits(scope, order, { credits, attributionDays, weightsId: weights?.id ?? null }, now);
  });
}
