import type { ExperimentMetric } from "../experiment.ts";

/** Whether a metric is a share of contacts; the others are amounts per contact. */
export function isShareMetric(metric: ExperimentMetric): boolean {
  return metric === "recovered_orders" || metric === "clicks";
}

/** One order as a margin is reckoned from it, in minor units. `total` is what the shopper paid, after the discount. */
export type OrderValue = { total: number; discount: number; refunded: number };

/**
 * What an order brought once refunds are gone: never below zero, because what a shop says of a refund beyond the order's
 * own total, or of an order below zero, is a correction of its books and no loss that a message has made.
 */
export function netOf({ total, refunded }: Pick<OrderValue, "total" | "refunded">): number {
  return Math.max(0, total - Math.max(0, refunded));
}

/**
 * The contribution margin of an order in minor units: goods at list price, less what they cost, less the discount. Goods
 * cost `productCost` where it is known, else what `marginPercent` leaves of the list price. A part that was refunded brings
 * nothing and costs nothing: the goods came back. What the words cost is taken off once per contact, not here.
 */
export function contributionMargin(
  order: OrderValue,
  goods: { productCost: number } | { marginPercent: number },
): number {
  const net = netOf(order);
  const kept = order.total > 0 ? net / order.total : 0;
  const discount = Math.max(0, order.discount) * kept;
  const list = net + discount;
  const cost = "productCost" in goods ? goods.productCost * kept : (list * (100 - goods.marginPercent)) / 100;
  return list - cost - discount;
}
