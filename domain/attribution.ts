import { apportion } from "./attribution/apportion.ts";
import { type FallbackReason, type Fitted, stepKey, weigh } from "./attribution/fitted.ts";
import { type PathModel, pathWeights } from "./attribution/path-weights.ts";
import type { AttributionPolicy } from "./attribution/policy.ts";
import type { OrderStatus } from "./order.ts";
import type { Channel } from "./sequence-graph.ts";
import type { Actor, TouchKind } from "./touchpoint.ts";

export const attributionModels = [
  "last_click",
  "first_click",
  "linear",
  "time_decay",
  "position",
  "markov",
  "shapley",
] as const;
export type AttributionModel = (typeof attributionModels)[number];

export const organicReasons = ["no_click", "outside_window", "cancelled", "no_contact", "machine_only"] as const;
export type OrganicReason = (typeof organicReasons)[number];

/** An act on a message, with the channel and the place in its sequence (from zero) that the message had. */
export type Touchpoint = {
  messageId: string;
  enrollmentId: string;
  channel: Channel;
  position: number;
  kind: TouchKind;
  by: Actor;
  at: Date;
};

export type OrderToCredit = {
  total: number;
  refunded: number;
  status: OrderStatus;
  orderedAt: Date;
  contactId: string | null;
};

/** A message's part in an order: minor units, the share of the whole, and the window in which its clicks count. */
export type CreditPart = {
  messageId: string;
  enrollmentId: string;
  amount: number;
  share: number;
  windowDays: number;
};

/** The parts sum to the order's net value, their shares to one. `fallback` says why a fitted model could not be asked. */
export type Credit =
  | { kind: "credited"; parts: CreditPart[]; fallback: FallbackReason | null }
  | { kind: "organic"; reason: OrganicReason };

export type CreditRules = { attributionDays: number; attribution: AttributionPolicy; fitted: Fitted };

/** What an order brought in the end, in minor units: nothing when it was cancelled, and never less than nothing. */
export function netValue({ total, refunded, status }: Pick<OrderToCredit, "total" | "refunded" | "status">): number {
  if (status === "cancelled") return 0;
  if (status === "refunded" && refunded <= 0) return 0;
  return Math.max(0, total - Math.max(0, refunded));
}

/** The days before an order in which a channel's messages count. */
export function windowOf(channel: Channel, rules: Pick<CreditRules, "attributionDays" | "attribution">): number {
  return rules.attribution.windowDays[channel] ?? rules.attributionDays;
}

/**
 * An order's credit under every model, from the acts of its contact in any order. Persons' clicks before the order count,
 * each within its channel's window; clicks of one message within half an hour are one visit and count as its last.
 */
export function creditOrder(
  order: OrderToCredit,
  touchpoints: Touchpoint[],
  rules: CreditRules,
): Record<AttributionModel, Credit> {
  const path = creditedPath(order, touchpoints, rules);
  const under = (model: AttributionModel): Credit =>
    path.kind === "organic" ? path : creditUnder(model, { order, path: path.touches, rules });
  return {
    last_click: under("last_click"),
    first_click: under("first_click"),
    linear: under("linear"),
    time_decay: under("time_decay"),
    position: under("position"),
    markov: under("markov"),
    shapley: under("shapley"),
  };
}

type Way = { kind: "path"; touches: Touchpoint[] } | { kind: "organic"; reason: OrganicReason };

/** The visits that an order may be credited to, the earliest first, or why there is none. */
export function creditedPath(order: OrderToCredit, touchpoints: Touchpoint[], rules: CreditRules): Way {
  if (order.status === "cancelled") return { kind: "organic", reason: "cancelled" };
  if (!order.contactId) return { kind: "organic", reason: "no_contact" };
  const before = touchpoints.filter(
    ({ kind, at }) => at <= order.orderedAt && (kind === "click" || rules.attribution.creditOpens),
  );
  const persons = before.filter(({ by }) => by === "person");
  if (persons.length === 0) return { kind: "organic", reason: before.length > 0 ? "machine_only" : "no_click" };
  const inside = persons.filter(({ channel, at }) => ageOf(order, at) <= windowOf(channel, rules));
  if (inside.length === 0) return { kind: "organic", reason: "outside_window" };
  return { kind: "path", touches: visits(inside) };
}

const dayMs = 86_400_000;
const visitMs = 1_800_000;

function ageOf(order: OrderToCredit, at: Date): number {
  return (order.orderedAt.getTime() - at.getTime()) / dayMs;
}

/** Of clicks on one message within half an hour of the one before, the last stays. */
function visits(touches: Touchpoint[]): Touchpoint[] {
  const inOrder = touches.toSorted(
    (a, b) => a.at.getTime() - b.at.getTime() || (a.messageId < b.messageId ? -1 : Number(a.messageId > b.messageId)),
  );
  return inOrder.filter((touch, index) => {
    const next = inOrder.slice(index + 1).find(({ messageId }) => messageId === touch.messageId);
    return !next || next.at.getTime() - touch.at.getTime() > visitMs;
  });
}

type Asked = { order: OrderToCredit; path: Touchpoint[]; rules: CreditRules };

function creditUnder(model: AttributionModel, { order, path, rules }: Asked): Credit {
  const { weights, fallback } = weightsOf(model, { order, path, rules });
  const byMessage = new Map<string, { touch: Touchpoint; weight: number }>();
  for (const [index, touch] of path.entries()) {
    const weight = (byMessage.get(touch.messageId)?.weight ?? 0) + (weights[index] ?? 0);
    byMessage.set(touch.messageId, { touch, weight });
  }
  const credited = [...byMessage.values()].filter(({ weight }) => weight > 0);
  const total = credited.reduce((sum, { weight }) => sum + weight, 0);
  const amounts = apportion(
    netValue(order),
    credited.map(({ weight }) => weight),
  );
  const parts = credited.map(({ touch: { messageId, enrollmentId, channel }, weight }, index) => ({
    ...{ messageId, enrollmentId, amount: amounts[index] ?? 0, share: weight / total },
    windowDays: windowOf(channel, rules),
  }));
  return { kind: "credited", parts, fallback };
}

const pathModelOf: Record<Exclude<AttributionModel, "markov" | "shapley">, PathModel> = {
  last_click: "last_click",
  first_click: "first_click",
  linear: "linear",
  time_decay: "time_decay",
  position: "position_based",
};

function weightsOf(
  model: AttributionModel,
  { order, path, rules }: Asked,
): { weights: number[]; fallback: FallbackReason | null } {
  const agesDays = path.map(({ at }) => ageOf(order, at));
  const { halfLifeDays, firstShare, lastShare } = rules.attribution;
  const options = { halfLifeDays, firstShare: firstShare / 100, lastShare: lastShare / 100 };
  if (model !== "markov" && model !== "shapley")
    return { weights: pathWeights(pathModelOf[model], agesDays, options), fallback: null };
  const keys = path.map(({ channel, position }) => stepKey(channel, position));
  const fitted = weigh(model, keys, rules.fitted);
  return typeof fitted === "string"
    ? { weights: pathWeights("linear", agesDays, options), fallback: fitted }
    : { weights: fitted, fallback: null };
}
