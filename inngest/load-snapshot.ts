import { getCart } from "#db/carts.ts";
import { latestConsent } from "#db/contacts.ts";
import { contactOf, orderedSince } from "#db/decision-facts.ts";
import { type Enrollment, getEnrollment, hasNewerEnrollment } from "#db/enrollments.ts";
import { sentSince } from "#db/messages.ts";
import type { Scope } from "#db/scope.ts";
import { graphOf, isLive, stepsOf } from "#db/sequences.ts";
import { suppressionOf } from "#db/suppressions.ts";
import { getPolicy, getTenant, type Policy } from "#db/tenants.ts";
import type { Snapshot } from "#domain/decision.ts";
import { ruleFor } from "#domain/enrollment.ts";
import { type Step, stepDueAt } from "#domain/sequence.ts";

type Contact = NonNullable<Awaited<ReturnType<typeof contactOf>>>;
type Cart = NonNullable<Awaited<ReturnType<typeof getCart>>>;

/** Everything that one step of one enrollment is decided and written from, loaded at one moment. */
export type Loaded = {
  snapshot: Snapshot;
  enrollment: Enrollment;
  steps: Step[];
  step: Step | null;
  cart: Cart;
  contact: Contact;
  policy: Policy;
  timeZone: string;
};

/** Loads a fresh snapshot; `exceptMessageId` is the message that asks: only what was queued before it counts against the cap. */
export async function loadSnapshot(
  scope: Scope,
  at: { enrollmentId: string; position: number; exceptMessageId: string | null },
  now: Date,
): Promise<Loaded | null> {
  const enrollment = await getEnrollment(scope, at.enrollmentId);
  const cart = enrollment && (await getCart(scope, enrollment.cartId));
  const contact = enrollment && (await contactOf(scope, enrollment.contactId));
  if (!enrollment || !cart || !contact) return null;
  const [policy, tenant, steps] = [
    await getPolicy(scope),
    await getTenant(scope),
    await stepsOf(scope, enrollment.versionId),
  ];
  // In a graph the walk has waited already when it comes to a message.
  const linear = (await graphOf(scope, enrollment.versionId)) === null;
  const step = steps[at.position] ?? null;
  const timeZone = contact.timeZone ?? tenant.timeZone;
  const capSpan = (policy.frequencyCap?.hours ?? 0) * 3_600_000;
  const snapshot: Snapshot = {
    arm: enrollment.armKind,
    orderedSince: cart.orderedAt !== null || (await orderedSince(scope, contact.id, cart.sourceCreatedAt)),
    cart: { lineCount: cart.lines.length, deleted: cart.deletedAt !== null, abandonedAt: enrollment.abandonedAt },
    suppressed: contact.erasedAt !== null || (await suppressionOf(scope, contact.address)) !== null,
    consent: await latestConsent(scope, contact.id),
    consentRule: ruleFor(cart, policy),
    tenantPaused: tenant.pausedAt !== null,
    sequenceWithdrawn: !(await isLive(scope, enrollment.sequenceId)),
    expiryDays: policy.expiryDays,
    newerEnrollment: cart.mergedInto !== null || (await hasNewerEnrollment(scope, enrollment)),
    stepCount: steps.length,
    position: at.position,
    dueAt: step && linear ? stepDueAt(enrollment.abandonedAt, step) : now,
    sendWindow: policy.sendWindow,
    timeZone,
    frequencyCap: policy.frequencyCap,
    sentAt: await sentSince(scope, contact.id, new Date(now.getTime() - capSpan), at.exceptMessageId),
    warmUp: null,
  };
  return { snapshot, enrollment, steps, step, cart, contact, policy, timeZone };
}
