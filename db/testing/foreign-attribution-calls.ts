import { type AttributionModel, attributionModels, type Credit } from "#domain/attribution.ts";
import { attributedTotals } from "../attributed-totals.ts";
import { oweCreditAfter, oweCreditSince, settleDue } from "../attribution-dues.ts";
import { readAttribution } from "../attribution-results.ts";
import { journeysSince, newestWeights, saveFit } from "../attribution-weights.ts";
import { saveCredits } from "../conversions.ts";
import { creditOfOrder, fittedOn, ordersOfCart } from "../credit-views.ts";
import { lockOrder } from "../orders.ts";
import { attributionDues, touchpointTallies, touchpointVerdicts } from "../schema/attribution.ts";
import type { Scope } from "../scope.ts";
import { judgeDelivery, recordTouch, touchesUntil } from "../touchpoints.ts";
import type { Owned } from "./foreign-owned.ts";
import type { Call } from "./foreign-reads.ts";

const long = new Date("2020-01-01T00:00:00Z");
const owedOrder = (of: string) => `ord_${of}_owed`;
const nameOf = (a: Owned) => a.shop.slice("shop_".length);
const seen = {
  kind: "click",
  method: "GET",
  userAgent: "Mozilla/5.0 (X11)",
  purpose: null,
  network: "theirs",
} as const;

/** Credit that is owed, weights that were fitted, a verdict and a count. */
export async function tellAttribution(scope: Scope, { message }: Pick<Owned, "message">, of: string, at: Date) {
  const { db, tenantId } = scope;
  await db.insert(attributionDues).values({ tenantId, orderId: owedOrder(of), since: at });
  const weights = { [`email of ${of}`]: 1_000 + of.length };
  const fit = { shoppers: 90_000 + of.length, conversions: 50_000 + of.length };
  await saveFit(scope, { ...fit, weights: { markov: weights, shapley: weights } }, 90, at);
  const touchpointId = `clk_${of}_scan`;
  await db.insert(touchpointVerdicts).values({ tenantId, touchpointId, machineReason: "burst", at });
  const tally = { kind: "click" as const, by: "machine" as const, seen: 9_000 + of.length, lastAt: at };
  await db.insert(touchpointTallies).values({ tenantId, messageId: message, ...tally });
}

export const attributionReads: Record<string, Call> = {
  attributedTotals: (b, _, now) => attributedTotals(b, { from: long, to: now, currency: "EUR" }),
  creditOfOrder: (b, a) => creditOfOrder(b, a.order),
  fittedOn,
  ordersOfCart: (b, a) => ordersOfCart(b, a.cart),
  readAttribution: (b, _, now) => readAttribution(b, { period: "30d", currency: "EUR" }, now),
  journeysSince: (b) => journeysSince(b, long),
  lockOrder: (b, a) => lockOrder(b, a.order),
  newestWeights,
  touchesUntil: (b, a, now) => touchesUntil(b, a.contact, now),
};

export const attributionWrites: Record<string, Call> = {
  judgeDelivery: (b, a, now) =>
    judgeDelivery(b, a.messageRow, new Date((a.messageRow.sentAt?.getTime() ?? 0) + 3_600_000), now),
  oweCreditAfter: (b, a, now) => oweCreditAfter(b, [{ contactId: a.contact, at: long }], now),
  oweCreditSince: (b, _, now) => oweCreditSince(b, long, now),
  recordTouch: (b, a, now) => recordTouch(b, a.messageRow, { ...seen, at: now }, now),
  saveCredits: (b, a, now) => {
    const organic: Credit = { kind: "organic", reason: "no_click" };
    const credits = Object.fromEntries(attributionModels.map((model) => [model, organic])) as Record<
      AttributionModel,
      Credit
    >;
    const order = { id: a.order, currency: "EUR", orderedAt: now };
    return saveCredits(b, order, { credits, attributionDays: 1, weightsId: null }, now);
  },
  saveFit: (b, _, now) => saveFit(b, { shoppers: 1, conversions: 1, weights: null }, 1, now),
  settleDue: (b, a) => settleDue(b, owedOrder(nameOf(a))),
};
