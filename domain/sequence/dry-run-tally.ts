import { wallClock } from "../timing/zone.ts";
import type { Replayed, ReplayRefusal, ReplaySend } from "./dry-run.ts";
import type { TraceEntry, WalkDeed } from "./walk-through.ts";

type Counts = Record<string, number>;

/** What one currency's incentives would cost, in minor units: if each were used, and on carts that really were ordered. */
export type OfferCost = { carts: number; most: number; ordered: number };

/**
 * What a dry run has counted so far; plain JSON. Keys of two parts are joined by `|`: a day and a step, a step and a reason, a
 * step and a branch, a currency and an incentive. `near` are messages within the longest cap of one of the other sequence.
 */
export type DryRunTally = {
  carts: number;
  contacts: number;
  entered: number;
  held: number;
  refusals: Counts;
  arms: Counts;
  sends: Counts;
  waits: Counts;
  branches: Counts;
  deeds: Counts;
  ends: Counts;
  costs: Record<string, OfferCost>;
  offers: Record<string, { name: string; messages: number; saved: number }>;
  overlap: Record<string, { contacts: number; near: number }>;
};

export function emptyTally(): DryRunTally {
  return {
    ...{ carts: 0, contacts: 0, entered: 0, held: 0, refusals: {}, arms: {}, sends: {}, waits: {}, branches: {} },
    ...{ deeds: {}, ends: {}, costs: {}, offers: {}, overlap: {} },
  };
}

export type CountedContact = {
  others: { sequenceId: string; from: Date; to: Date | null }[];
  sent: { sequenceId: string; at: Date }[];
};
export type CountedBy = { zone: string; nearHours: number };

/** Adds what became of one person's carts. */
export function addContact(
  tally: DryRunTally,
  { contact, replayed }: { contact: CountedContact; replayed: Replayed[] },
  by: CountedBy,
): void {
  for (const one of replayed) addCart(tally, one, by);
  const entered = replayed.filter(({ refusal }) => refusal === null);
  if (entered.length > 0) tally.contacts += 1;
  addOverlap(tally, { contact, replayed: entered }, by);
}

/** Adds carts that nobody is written to about, as they were never abandoned or nobody is known. */
export function addRefused(tally: DryRunTally, reason: ReplayRefusal, carts: number): void {
  tally.carts += carts;
  count(tally.refusals, [reason], carts);
}

function addCart(tally: DryRunTally, one: Replayed, by: CountedBy): void {
  if (one.refusal) {
    addRefused(tally, one.refusal, 1);
    return;
  }
  tally.carts += 1;
  tally.entered += 1;
  if (one.arm?.kind === "holdout") tally.held += 1;
  if (one.arm) count(tally.arms, [one.arm.name]);
  for (const entry of one.trace) addEntry(tally, entry);
  for (const { stepId, at } of one.sends) count(tally.sends, [dayOf(at, by.zone), stepId]);
  addCosts(tally, one);
}

function addEntry(tally: DryRunTally, entry: TraceEntry): void {
  if (entry.kind === "postponed") count(tally.waits, [entry.stepId, entry.reason]);
  else if (entry.kind === "not_resent") count(tally.waits, [entry.stepId, entry.because]);
  else if (entry.kind === "stopped") count(tally.ends, [entry.reason]);
  else if (entry.kind === "unfinished") count(tally.ends, ["unfinished"]);
  else if (entry.kind === "done") addDeed(tally, entry.action);
  else if (entry.kind === "split")
    count(tally.branches, [entry.stepId, entry.answer === null ? "unknown" : entry.branch]);
  else if (entry.kind === "experiment") count(tally.branches, [entry.stepId, entry.arm]);
  else if (entry.kind === "event_came" || entry.kind === "event_missed")
    count(tally.branches, [entry.stepId, entry.kind]);
}

function addDeed(tally: DryRunTally, action: WalkDeed): void {
  if (action.kind === "finished") count(tally.ends, ["finished"]);
  else if (action.kind === "tag" || action.kind === "notify" || action.kind === "call_webhook")
    count(tally.deeds, [action.stepId]);
}

/** A shopper uses one coupon at most: of several offers the one that takes off most counts. */
function addCosts(tally: DryRunTally, { cart, sends, orderedAfter }: Replayed): void {
  const offered = sends.filter((send): send is ReplaySend & { incentive: object } => send.incentive !== null);
  if (offered.length === 0) return;
  const most = Math.max(...offered.map(({ saved }) => saved));
  const cost = tally.costs[cart.currency] ?? { carts: 0, most: 0, ordered: 0 };
  tally.costs[cart.currency] = {
    carts: cost.carts + 1,
    most: cost.most + most,
    ordered: cost.ordered + (orderedAfter ? most : 0),
  };
  for (const { incentive, saved } of offered) {
    const key = `${cart.currency}|${incentive.id}`;
    const known = tally.offers[key] ?? { name: incentive.name, messages: 0, saved: 0 };
    tally.offers[key] = { name: incentive.name, messages: known.messages + 1, saved: known.saved + saved };
  }
}

function addOverlap(
  tally: DryRunTally,
  { contact, replayed }: { contact: CountedContact; replayed: Replayed[] },
  { nearHours }: CountedBy,
): void {
  const sends = replayed.flatMap((one) => one.sends.map(({ at }) => at.getTime()));
  const within = nearHours * 3_600_000;
  for (const sequenceId of new Set(contact.others.map((other) => other.sequenceId))) {
    const runs = contact.others.filter((other) => other.sequenceId === sequenceId);
    const both = replayed.some(({ cart, endedAt }) =>
      runs.some(({ from, to }) => (!endedAt || from <= endedAt) && (!to || to >= cart.abandonedAt)),
    );
    if (!both) continue;
    const theirs = contact.sent.filter((sent) => sent.sequenceId === sequenceId).map(({ at }) => at.getTime());
    const near = sends.filter((at) => theirs.some((other) => Math.abs(other - at) < within)).length;
    const known = tally.overlap[sequenceId] ?? { contacts: 0, near: 0 };
    tally.overlap[sequenceId] = { contacts: known.contacts + 1, near: known.near + near };
  }
}

function count(counts: Counts, key: string[], by = 1): void {
  const name = key.join("|");
  counts[name] = (counts[name] ?? 0) + by;
}

/** The calendar day of an instant where the tenant is, as ISO 8601 writes it. */
export function dayOf(at: Date, zone: string): string {
  return new Date(wallClock(at, zone).day * 86_400_000).toISOString().slice(0, 10);
}

/** A tally's two-part keys apart again. */
export function partsOf(counts: Counts): { first: string; second: string; count: number }[] {
  return Object.entries(counts).map(([key, count]) => {
    const [first = "", ...rest] = key.split("|");
    return { first, second: rest.join("|"), count };
  });
}
