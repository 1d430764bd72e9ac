import type { Device } from "../device.ts";
import { messageSteps, type SequenceGraph } from "../sequence-graph.ts";
import { instantAt, wallClock } from "../timing/zone.ts";
import {
  armsOf,
  type ReplayCart,
  type ReplayContact,
  type ReplayPlan,
  type ReplayRefusal,
  type ReplaySend,
  refusalOf,
  rehearsalOf,
  sendsOf,
  speakingArm,
} from "./dry-run.ts";
import { type Rehearsal, rehearse } from "./rehearsal.ts";
import type { WalkEvent } from "./walk.ts";
import type { Reaction, TraceEntry } from "./walk-through.ts";

export const trialActKinds = [
  ...(["opens", "clicks", "back_on_site", "changes_cart", "orders", "unsubscribes", "empties_cart"] as const),
] as const;
export type TrialActKind = (typeof trialActKinds)[number];

/** So long after the cart was abandoned; what is done with a message (by its place) so long after it was sent. */
export type TrialAct = { act: TrialActKind; minutes: number; message: number };

/** A cart that somebody thought up. Amounts in minor units; `hour` is of the shopper's own day. */
export type MadeUpCart = {
  total: number;
  currency: string;
  lines: number;
  categories: string[];
  checkout: boolean;
  loggedIn: boolean;
  orders: number;
  spent: number;
  daysSinceOrder: number;
  abandonments: number;
  country: string;
  language: string;
  tags: string[];
  tier: string;
  consent: "granted" | "withdrawn" | "unknown";
  hour: number;
  device: Device | "";
};

export type Trial = {
  refusal: ReplayRefusal | null;
  arm: { name: string; kind: "holdout" | "variant"; from: "assigned" | "drawn" | "everybody" };
  trace: TraceEntry[];
  sends: ReplaySend[];
  startedAt: Date;
  timeZone: string;
  /** What is walked: the sequence as it is, or as the arm changes it. */
  graph: SequenceGraph;
};

const dayMs = 86_400_000;

/** A person with one cart, as somebody made them up; abandoned at the given hour of the shopper's day, today. */
export function madeUpContact(made: MadeUpCart, zone: string, now: Date): ReplayContact {
  const abandonedAt = instantAt(wallClock(now, zone).day, made.hour * 60, zone);
  const order = (place: number) => ({
    ...{ currency: made.currency, refunded: 0, discount: 0, status: "placed" as const },
    total: place === 0 ? made.spent : 0,
    orderedAt: new Date(abandonedAt.getTime() - (made.daysSinceOrder + place) * dayMs - 3_600_000),
  });
  const cart: ReplayCart = {
    ...{ id: "made-up", shopId: "", phase: made.checkout ? "checkout" : "cart", currency: made.currency },
    ...{
      total: made.total,
      totals: { subtotal: made.total, discount: 0, shipping: null, tax: null, total: made.total },
    },
    ...{ discountCodes: [], customerExternalId: made.loggedIn ? "made-up" : null, claimed: false },
    device: made.device || null,
    lines: Array.from({ length: made.lines }, () => ({ productId: null, quantity: 1 })),
    ...{ startedAt: new Date(abandonedAt.getTime() - 3_600_000), abandonedAt, lastActivityAt: abandonedAt },
    ...{ deletedAt: null, mergedAt: null, products: [{ categories: made.categories, brand: null }] },
  };
  return {
    ...{ id: "made-up", address: "made-up@example.com", timeZone: zone, erased: false, suppressedAt: null },
    consents: made.consent === "unknown" ? [] : [{ state: made.consent, at: new Date(0) }],
    known: {
      ...{ country: made.country || null, language: made.language || null, loyaltyTier: made.tier || null },
      ...{ tags: made.tags, openedAt: [], clickedAt: [] },
      orders: Array.from({ length: made.orders }, (_, place) => order(place)),
    },
    abandoned: Array.from({ length: made.abandonments }, (_, place) => ({
      cartId: `earlier-${place}`,
      at: new Date(abandonedAt.getTime() - (place + 1) * dayMs),
    })),
    ...{ sent: [], seenAt: [], hours: { own: [], cohort: [] }, others: [], arms: {}, carts: [cart] },
  };
}

/** A real person as they were when their cart was abandoned: what came later is left out, so that acts can be made up. */
export function asWhenAbandoned(contact: ReplayContact, cart: ReplayCart): ReplayContact {
  const before = (at: Date | null) => (at !== null && at <= cart.abandonedAt ? at : null);
  return {
    ...contact,
    suppressedAt: before(contact.suppressedAt),
    consents: contact.consents.filter(({ at }) => before(at)),
    known: { ...contact.known, orders: contact.known.orders.filter(({ orderedAt }) => before(orderedAt)) },
    sent: contact.sent.filter(({ at }) => before(at)),
    seenAt: contact.seenAt.filter(before),
    others: contact.others.filter(({ from }) => before(from)),
    carts: contact.carts.map((one) => ({ ...one, deletedAt: before(one.deletedAt), mergedAt: before(one.mergedAt) })),
  };
}

/** What would happen to a person's cart, with what they are made up to do. */
export function tryCart(plan: ReplayPlan, contact: ReplayContact, acts: TrialAct[]): Trial | null {
  const [cart] = contact.carts;
  if (!cart) return null;
  const chosen = armsOf(plan.experiments, contact);
  const arm = speakingArm(chosen);
  const known = chosen.some(({ experimentId }) => experimentId in contact.arms);
  const from = chosen.length === 0 ? "everybody" : known ? "assigned" : "drawn";
  const facts = { arm: { name: arm.name, kind: arm.kind, from }, startedAt: cart.abandonedAt } as const;
  const refusal = refusalOf(plan, contact, cart);
  const timeZone = contact.timeZone;
  if (refusal) return { ...facts, timeZone, refusal, trace: [], sends: [], graph: plan.graph };
  const planned = rehearsalOf(plan, contact, { cart, newerAt: null, sent: [] });
  const trace = rehearse(withActs(planned, acts));
  const { graph } = planned;
  return { ...facts, timeZone, refusal, trace, sends: sendsOf({ ...plan, graph }, cart, trace), graph };
}

function withActs(rehearsal: Rehearsal, acts: TrialAct[]): Rehearsal {
  const { shopper, events, graph } = rehearsal;
  const at = ({ minutes }: TrialAct) => new Date(shopper.abandonedAt.getTime() + minutes * 60_000);
  const times = (...kinds: TrialActKind[]) => acts.filter(({ act }) => kinds.includes(act)).map(at);
  const first = (kind: TrialActKind, real: Date | null) =>
    [...times(kind), ...(real ? [real] : [])].sort((one, other) => one.getTime() - other.getTime())[0] ?? null;
  const came = (name: WalkEvent["name"], of: Date[]) => of.map((at): WalkEvent => ({ name, at, stepId: null }));
  return {
    ...rehearsal,
    shopper: {
      ...shopper,
      orderedAt: [...shopper.orderedAt, ...times("orders")],
      suppressedAt: first("unsubscribes", shopper.suppressedAt),
      emptiedAt: first("empties_cart", shopper.emptiedAt),
    },
    events: [
      ...events,
      ...came("cart_changed", times("changes_cart")),
      ...came("back_on_site", times("changes_cart", "back_on_site")),
    ],
    reactions: acts.flatMap((one): Reaction[] => {
      const stepId = messageSteps(graph)[one.message]?.id;
      return stepId && (one.act === "opens" || one.act === "clicks")
        ? [{ act: one.act, stepId, minutes: one.minutes }]
        : [];
    }),
  };
}
