import type { Cart } from "#db/carts.ts";
import { factsOfCarts } from "#db/condition-facts.ts";
import { supersedeLosers } from "#db/contenders.ts";
import { keepArms } from "#db/enrollment-arms.ts";
import { startEnrollment } from "#db/enrollments.ts";
import type { Scope } from "#db/scope.ts";
import { graphOf, liveOrResting } from "#db/sequences.ts";
import { mayEnter } from "#domain/sequence/walk.ts";
import type { SequenceGraph, TriggerKind } from "#domain/sequence-graph.ts";
import { type Announcement, closures } from "./events.ts";
import { pickArms } from "./pick-arms.ts";

export type Live = { sequenceId: string; versionId: string; kind: TriggerKind; graph: SequenceGraph | null };

/**
 * The live versions that begin with some triggers; a linear one begins with every abandoned cart. Those that rest begin
 * with nothing: `paused` says that nothing else would have begun.
 */
export async function liveFor(
  scope: Scope,
  kinds: readonly TriggerKind[],
  only: string | null = null,
): Promise<{ live: Live[]; published: boolean; paused: boolean }> {
  const live: Live[] = [];
  let published = false;
  for (const { resting, ...version } of await liveOrResting(scope)) {
    if (only !== null && version.sequenceId !== only) continue;
    const graph = await graphOf(scope, version.versionId);
    const kind = graph?.trigger.kind ?? "cart_abandoned";
    if (!kinds.includes(kind)) continue;
    published = true;
    if (!resting) live.push({ ...version, kind, graph });
  }
  return { live, published, paused: published && live.length === 0 };
}

/** Whether a version's entry filter lets in what a cart, or its stand-in, stands for. */
export async function admits(scope: Scope, { graph }: Live, cart: Cart, now: Date): Promise<boolean> {
  if (!graph?.entry) return true;
  const facts = (await factsOfCarts(scope, [cart.id], { now })).get(cart.id);
  return mayEnter(graph, facts ?? { now, values: {} });
}

/** Who enters what, by what: `triggerId` lets somebody into a sequence once, and `at` is its instant. */
export type Entry = {
  into: Pick<Live, "sequenceId" | "versionId" | "kind">;
  triggerId: string;
  at: Date;
  cart: Cart;
  contact: { id: string; address: string };
};

/** Draws the arm, the same for a contact's whole life, enters, and settles who goes on. Nothing when it entered before. */
export async function enterSequence(
  scope: Scope,
  { into, triggerId, at, cart, contact }: Entry,
  now: Date,
): Promise<Announcement[]> {
  const { sequenceId, versionId, kind } = into;
  const { chosen, ...picked } = await pickArms(scope, { sequenceId, versionId, contact }, now);
  const trigger = { kind, id: triggerId };
  const place = { sequenceId, trigger, cart, contactId: contact.id, abandonedAt: at, ...picked };
  const enrollmentId = await startEnrollment(scope, place, now);
  if (!enrollmentId) return [];
  await keepArms(scope, enrollmentId, chosen, now);
  const superseded = cart.claimed ? [] : await supersedeLosers(scope, contact.id, now);
  const started = { name: "enrollment/started", data: { tenantId: scope.tenantId, enrollmentId } };
  const goesOn = !superseded.includes(enrollmentId);
  return [...(goesOn ? [started] : []), ...closures(scope.tenantId, superseded)];
}
