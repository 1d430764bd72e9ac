import type { Cart } from "#db/carts.ts";
import type { contactOf } from "#db/decision-facts.ts";
import { armsOf, type EnrollmentArm } from "#db/enrollment-arms.ts";
import type { Enrollment } from "#db/enrollments.ts";
import type { Scope } from "#db/scope.ts";
import { readEntry, readStepFacts, type StepFacts } from "#db/snapshots.ts";
import type { Policy } from "#db/tenants.ts";
import type { Snapshot } from "#domain/decision.ts";
import { ruleFor } from "#domain/enrollment.ts";
import { changesOf, graphFor, stepsFor } from "#domain/experiment/apply-arms.ts";
import { type Step, stepDueAt } from "#domain/sequence.ts";
import { messageSteps, type SequenceGraph } from "#domain/sequence-graph.ts";
import { cohortOf } from "#domain/timing/cohort.ts";
import { supersederOf } from "#domain/timing/priority.ts";
import { shopperZone } from "#domain/timing/shopper-zone.ts";
import { longestCap, timingOf } from "#domain/timing/timing-policy.ts";
import { lifeDays, orderEnds } from "#domain/trigger.ts";

type Contact = NonNullable<Awaited<ReturnType<typeof contactOf>>>;
type Entry = NonNullable<Awaited<ReturnType<typeof readEntry>>>;

/** Everything that one step of one enrollment is decided and written from, loaded at one moment. */
export type Loaded = {
  snapshot: Snapshot;
  enrollment: Enrollment;
  arms: EnrollmentArm[];
  steps: Step[];
  step: Step | null;
  cart: Cart;
  contact: Contact;
  policy: Policy;
  timeZone: string;
  /** Null where the version is a plain list of steps, whose messages are due by their own delay. */
  graph: SequenceGraph | null;
};

type At = { enrollmentId: string; position: number; exceptMessageId: string | null };

/** Loads a fresh snapshot; `exceptMessageId` is the message that asks: of what waits only that counts against the cap which was queued before it. */
export async function loadSnapshot(scope: Scope, at: At, now: Date): Promise<Loaded | null> {
  const found = await readEntry(scope, at.enrollmentId);
  if (!found) return null;
  const arms = found.enrollment.experimentId === null ? [] : await armsOf(scope, at.enrollmentId);
  const entry = { ...found, version: versionFor(found.version, arms) };
  const { enrollment, cart, contact, policy, version } = entry;
  const asked = {
    ...{ enrollment, position: at.position, contact, cohort: cohortOf(contact), orderedFrom: cart.sourceCreatedAt },
    sentFrom: new Date(now.getTime() - longestCap(policy) * 3_600_000),
    exceptMessageId: at.exceptMessageId,
  };
  const snapshot = snapshotOf(entry, await readStepFacts(scope, asked, now), { position: at.position, now });
  const { steps, graph } = version;
  const { timeZone } = snapshot;
  return {
    snapshot,
    enrollment,
    arms,
    steps,
    step: steps[at.position] ?? null,
    cart,
    contact,
    policy,
    timeZone,
    graph,
  };
}

function versionFor({ steps, graph }: Entry["version"], arms: EnrollmentArm[]): Entry["version"] {
  const changes = changesOf(arms);
  return { steps: stepsFor(steps, changes), graph: graph && graphFor(graph, changes) };
}

function snapshotOf(entry: Entry, facts: StepFacts, { position, now }: { position: number; now: Date }): Snapshot {
  const { enrollment, cart, contact, policy, tenant } = entry;
  const { steps, graph } = entry.version;
  const step = steps[position];
  const winner = supersederOf(facts.contenders, enrollment.id);
  const zone = { address: contact.timeZone, country: contact.country, store: entry.storeZone, tenant: tenant.timeZone };
  // In a graph the walk has waited already when it comes to a message.
  const dueAt = step && !graph ? stepDueAt(enrollment.abandonedAt, step) : (facts.askedAt ?? now);
  return {
    ...timingOf(policy, {
      channel: (graph && messageSteps(graph)[position]?.channel) || "email",
      dueAt,
      timeZone: shopperZone(zone).zone,
      sentAt: facts.sentAt,
      lastSeenAt: facts.lastSeenAt,
      hours: facts.hours,
    }),
    arm: enrollment.armKind,
    ...aboutCart(entry, facts),
    suppressed: contact.erasedAt !== null || facts.suppressed,
    consent: facts.consent,
    consentRule: ruleFor(cart, policy),
    tenantPaused: tenant.pausedAt !== null,
    sequenceWithdrawn: !facts.live,
    expiryDays: lifeDays(enrollment.triggerKind, policy.expiryDays),
    supersededBy: cart.mergedInto === null ? winner && { sequenceId: winner.sequenceId } : { sequenceId: null },
    sequencePaused: facts.paused,
    replied: facts.replied,
    stepCount: steps.length,
    position,
    warmUp: null,
  };
}

/** What stands for a visit or an order is never emptied; of an order it matters whether it was cancelled. */
function aboutCart({ enrollment, cart, version }: Entry, { orderedSince }: StepFacts) {
  const isBasket = cart.standsFor === "basket";
  const lineCount = isBasket ? cart.lines.length : Math.max(1, cart.lines.length);
  return {
    orderedSince: cart.orderedAt !== null || (orderedSince && orderEnds(enrollment.triggerKind, version.graph)),
    cart: { lineCount, deleted: isBasket && cart.deletedAt !== null, abandonedAt: enrollment.abandonedAt },
    orderCancelled: cart.standsFor === "order" && cart.deletedAt !== null,
  };
}
