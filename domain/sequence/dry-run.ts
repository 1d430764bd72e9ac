import type { CartLine, CartPhase, CartTotals } from "../cart.ts";
import { factsFrom, type KnownContact, type KnownProduct } from "../condition/facts.ts";
import type { ConditionFacts } from "../condition.ts";
import type { Device } from "../device.ts";
import { enrollmentRefusal, hasConsent, ruleFor } from "../enrollment.ts";
import { type ChosenArm, changesOf, graphFor, versionOf } from "../experiment/apply-arms.ts";
import { armAt, type Range } from "../experiment/assign.ts";
import type { Arm } from "../experiment.ts";
import { chooseIncentive, type Incentive, type IncentiveRule, savedOn } from "../incentive.ts";
import type { MessageStep, SequenceGraph } from "../sequence-graph.ts";
import { messageSteps } from "../sequence-graph.ts";
import { type Contender, winnerOf } from "../timing/priority.ts";
import { consentAt, type Rehearsal, rehearse, type SendingRules, type Shopper } from "./rehearsal.ts";
import { mayEnter } from "./walk.ts";
import type { TraceEntry } from "./walk-through.ts";

/** A cart as it stands now, with the instants of what became of it. Amounts in minor units. */
export type ReplayCart = {
  id: string;
  shopId: string;
  phase: CartPhase;
  currency: string;
  total: number;
  totals: CartTotals;
  discountCodes: string[];
  lines: Pick<CartLine, "productId" | "quantity">[];
  customerExternalId: string | null;
  device: Device | null;
  startedAt: Date;
  abandonedAt: Date;
  lastActivityAt: Date;
  deletedAt: Date | null;
  mergedAt: Date | null;
  claimed: boolean;
  products: KnownProduct[];
};

export type OtherRun = { sequenceId: string; priority: number; from: Date; to: Date | null };

/** A person with their carts of the period, oldest first, and all that is known of them with its moment. */
export type ReplayContact = {
  id: string;
  address: string;
  timeZone: string;
  erased: boolean;
  suppressedAt: Date | null;
  consents: Shopper["consents"];
  known: Omit<KnownContact, "consent" | "abandonedAt">;
  abandoned: { cartId: string; at: Date }[];
  /** What other sequences really sent. */
  sent: { sequenceId: string; at: Date }[];
  seenAt: Date[];
  hours: Shopper["hours"];
  others: OtherRun[];
  /** The arms that they have already, by the experiment. */
  arms: Record<string, string>;
  carts: ReplayCart[];
};

/** An experiment that has a say now; `promoted` is the arm that everybody gets, a paused one draws nobody anew. */
export type ReplayExperiment = { id: string; arms: Arm[]; ranges: Range[]; promoted: string | null; paused: boolean };

/** What is replayed: a version of a sequence under the tenant's rules, until an instant. */
export type ReplayPlan = {
  sequenceId: string;
  graph: SequenceGraph;
  experiments: ReplayExperiment[];
  /** What arms walk instead, by the version. */
  versions: Record<string, SequenceGraph>;
  priority: number;
  rules: SendingRules;
  incentives: { incentives: Incentive[]; rules: IncentiveRule[] };
  until: Date;
};

export const replayRefusals = [
  ...(["no_contact", "suppressed", "no_consent", "already_enrolled", "not_admitted"] as const),
  ...(["ordered", "deleted", "cart_emptied", "merged", "not_due"] as const),
] as const;
export type ReplayRefusal = (typeof replayRefusals)[number];

export type ReplaySend = { stepId: string; at: Date; incentive: Incentive | null; saved: number };

export type Replayed = {
  cart: ReplayCart;
  contactId: string;
  refusal: ReplayRefusal | null;
  arm: Arm | null;
  trace: TraceEntry[];
  sends: ReplaySend[];
  /** When the walk ended; null while it still goes on. */
  endedAt: Date | null;
  orderedAfter: boolean;
};

export const everybody: Arm = { name: "everybody", kind: "variant", share: 1, change: null };

/**
 * What would have become of a person's carts: one after the other, because a newer cart ends the walk of the one before, and
 * what one walk sends counts against the caps of the next.
 */
export function replayContact(plan: ReplayPlan, contact: ReplayContact): Replayed[] {
  const carts = contact.carts.toSorted((one, other) => one.abandonedAt.getTime() - other.abandonedAt.getTime());
  const replayed: Replayed[] = [];
  for (const [place, cart] of carts.entries()) {
    const newer = carts.slice(place + 1).find((other) => !other.claimed && !refusalOf(plan, contact, other));
    const open = replayed.some(
      ({ refusal, cart: { claimed }, endedAt }) =>
        refusal === null && !claimed && (!endedAt || endedAt > cart.abandonedAt),
    );
    const sent = replayed.flatMap(({ sends }) => sends.map(({ at }) => at));
    const refusal = cart.claimed && open ? "already_enrolled" : refusalOf(plan, contact, cart);
    replayed.push(
      refusal
        ? { ...nothing, cart, contactId: contact.id, refusal }
        : walked(plan, contact, { cart, newerAt: newer?.abandonedAt ?? null, sent }),
    );
  }
  return replayed;
}

const nothing = { arm: null, trace: [], sends: [], endedAt: null, orderedAfter: false };

/** Why the job would not have let a cart in at the moment it counted as abandoned; null when it would. */
export function refusalOf(plan: ReplayPlan, contact: ReplayContact, cart: ReplayCart): ReplayRefusal | null {
  const now = cart.abandonedAt;
  const by = (at: Date | null) => at !== null && at <= now;
  if (contact.known.orders.some(({ orderedAt }) => orderedAt >= cart.startedAt && orderedAt <= now)) return "ordered";
  if (by(cart.deletedAt)) return "deleted";
  if (by(cart.mergedAt)) return "merged";
  const refusal = enrollmentRefusal({
    ...{ hasContact: !contact.erased, published: true, enrolledBefore: false, suppressed: by(contact.suppressedAt) },
    consent: hasConsent(ruleFor(cart, plan.rules), consentAt(contact.consents, now)),
  });
  if (refusal === "no_contact" || refusal === "suppressed" || refusal === "no_consent") return refusal;
  const { trigger } = plan.graph;
  if (trigger.kind === "checkout_abandoned" && cart.phase !== "checkout") return "not_admitted";
  return mayEnter(plan.graph, { now, values: factsAt(contact, cart, now) }) ? null : "not_admitted";
}

export type Standing = { cart: ReplayCart; newerAt: Date | null; sent: Date[] };

function walked(plan: ReplayPlan, contact: ReplayContact, standing: Standing): Replayed {
  const { cart } = standing;
  const arm = speakingArm(armsOf(plan.experiments, contact));
  const rehearsal = rehearsalOf(plan, contact, standing);
  const trace = rehearse(rehearsal);
  const sends = sendsOf({ ...plan, graph: rehearsal.graph }, cart, trace);
  const last = trace.at(-1);
  const first = sends[0];
  return {
    ...{ cart, contactId: contact.id, refusal: null, arm, trace, sends },
    endedAt: !last || last.kind === "unfinished" ? null : last.at,
    orderedAfter: first !== undefined && rehearsal.shopper.orderedAt.some((at) => at > first.at),
  };
}

/** A cart's walk as the job would begin it. `newerAt`: when another cart takes over; `sent`: earlier walks' messages. */
export function rehearsalOf(plan: ReplayPlan, contact: ReplayContact, { cart, newerAt, sent }: Standing): Rehearsal {
  const { rules, until, sequenceId } = plan;
  const chosen = armsOf(plan.experiments, contact);
  const { abandonedAt, claimed } = cart;
  const ends = [newerAt, cart.mergedAt, overtakenAt(plan, contact, cart)].filter((at) => at !== null);
  const orderedAt = contact.known.orders.map((order) => order.orderedAt).filter((at) => at >= cart.startedAt);
  const { suppressedAt, consents, seenAt, hours, timeZone } = contact;
  const back = { at: cart.lastActivityAt, stepId: null };
  return {
    ...{ graph: graphUnder(plan, chosen), rules, until, startedAt: abandonedAt },
    shopper: {
      ...{ arm: speakingArm(chosen).kind, claimed, abandonedAt, emptiedAt: cart.deletedAt, orderedAt },
      ...{ timeZone, suppressedAt, consents, seenAt, hours },
      supersededAt: ends.length > 0 ? new Date(Math.min(...ends.map((at) => at.getTime()))) : null,
      sentAt: [...contact.sent.map(({ at }) => at), ...sent],
    },
    cart: { factsAt: (at) => factsAt(contact, cart, at), subject: contact.id, seed: sequenceId },
    events: [
      { name: "cart_changed", ...back },
      { name: "back_on_site", ...back },
    ],
    reactions: [],
  };
}

/** The arms under which a contact enters, as the job picks them: those they have, or would be given. */
export function armsOf(experiments: ReplayExperiment[], contact: Pick<ReplayContact, "address" | "arms">): ChosenArm[] {
  return experiments.flatMap(({ id, arms, ranges, promoted, paused }) => {
    const has = promoted ?? contact.arms[id] ?? (paused ? null : armAt(id, contact.address, ranges));
    const arm = arms.find(({ name }) => name === has);
    return arm ? [{ experimentId: id, arm }] : [];
  });
}

/** The arm that speaks for all: a holdout before any other. */
export function speakingArm(chosen: ChosenArm[]): Arm {
  return (chosen.find(({ arm }) => arm.kind === "holdout") ?? chosen[0])?.arm ?? everybody;
}

/** What somebody with these arms walks. */
export function graphUnder(plan: Pick<ReplayPlan, "graph" | "versions">, chosen: ChosenArm[]): SequenceGraph {
  const instead = versionOf(chosen);
  return graphFor((instead && plan.versions[instead]) || plan.graph, changesOf(chosen));
}

/** When another sequence that really ran goes first, by the one rule of priority. */
function overtakenAt({ priority, sequenceId }: ReplayPlan, contact: ReplayContact, cart: ReplayCart): Date | null {
  if (cart.claimed) return null;
  const own: Contender = { enrollmentId: "", sequenceId, priority, since: cart.abandonedAt };
  const ahead = contact.others.filter(({ from, to, ...other }) => {
    const winner = winnerOf([own, { ...other, enrollmentId: "other", since: from }]);
    return winner?.enrollmentId === "other" && (!to || to > cart.abandonedAt);
  });
  const at = ahead.map(({ from }) => Math.max(from.getTime(), cart.abandonedAt.getTime()));
  return at.length > 0 ? new Date(Math.min(...at)) : null;
}

/** What is known of a cart and its person at a moment; what came later is left out. */
export function factsAt(contact: ReplayContact, cart: ReplayCart, now: Date): ConditionFacts["values"] {
  const abandonedAt = contact.abandoned.filter(({ cartId }) => cartId !== cart.id).map(({ at }) => at);
  const known = { ...contact.known, consent: consentAt(contact.consents, now), abandonedAt };
  return factsFrom({ cart, contact: known, products: cart.products }, now).values;
}

/** Each message with what it would offer to the cart, and what that takes off. */
export function sendsOf(
  { graph, incentives }: Pick<ReplayPlan, "graph" | "incentives">,
  cart: Pick<ReplayCart, "totals" | "currency" | "discountCodes">,
  trace: TraceEntry[],
): ReplaySend[] {
  const offers = new Map(messageSteps(graph).map((step): [string, MessageStep] => [step.id, step]));
  return trace.flatMap((entry) => {
    if (entry.kind !== "done" || entry.action.kind !== "send") return [];
    const { stepId } = entry.action;
    const offer = offers.get(stepId)?.offer ?? { kind: "none" };
    const incentive = chooseIncentive(
      offer,
      { subtotal: cart.totals.subtotal, currency: cart.currency },
      { ...incentives, rules: [...incentives.rules] },
    );
    return [{ stepId, at: entry.at, incentive, saved: savedOn(cart, incentive) }];
  });
}
