import { type Cart, getCart, recordEnrollmentRefusal } from "#db/carts.ts";
import { isTalkedTo } from "#db/claims.ts";
import { factsOfCarts } from "#db/condition-facts.ts";
import { latestConsent } from "#db/contacts.ts";
import { supersedeLosers } from "#db/contenders.ts";
import { contactOf } from "#db/decision-facts.ts";
import { keepArms } from "#db/enrollment-arms.ts";
import { startEnrollment } from "#db/enrollments.ts";
import { type Scope, withScope } from "#db/scope.ts";
import { graphOf, liveVersions } from "#db/sequences.ts";
import { suppressionOf } from "#db/suppressions.ts";
import { getPolicy } from "#db/tenants.ts";
import { enrollmentRefusal, hasConsent, ruleFor } from "#domain/enrollment.ts";
import { mayEnter } from "#domain/sequence/walk.ts";
import type { TriggerKind } from "#domain/sequence-graph.ts";
import { type Announcement, closures } from "./events.ts";
import { pickArms } from "./pick-arms.ts";

/** Enters an abandoned cart into every live sequence, eligibility first, then the arm; or says on the cart why not. */
export function enrollCart(tenantId: string, cartId: string, now: Date): Promise<Announcement[]> {
  return withScope(tenantId, async (scope) => {
    const cart = await getCart(scope, cartId);
    if (!cart?.abandonedAt || cart.orderedAt || cart.deletedAt || cart.mergedInto) return [];
    const live = await liveVersions(scope);
    const contact = cart.contactId ? await contactOf(scope, cart.contactId) : null;
    const policy = await getPolicy(scope);
    const refusal = enrollmentRefusal({
      hasContact: contact !== null && contact.erasedAt === null,
      published: live.length > 0,
      enrolledBefore: cart.claimed && contact !== null && (await isTalkedTo(scope, contact.id)),
      suppressed: contact !== null && (await suppressionOf(scope, contact.address)) !== null,
      consent: contact !== null && hasConsent(ruleFor(cart, policy), await latestConsent(scope, contact.id)),
    });
    if (refusal || !contact) {
      await recordEnrollmentRefusal(scope, cart.id, refusal ?? "no_contact");
      return [];
    }
    const admitting = await versionsAdmitting(scope, { live, cart }, now);
    if (admitting.length === 0) await recordEnrollmentRefusal(scope, cart.id, "not_admitted");
    const announcements: Announcement[] = [];
    for (const version of admitting) announcements.push(...(await enter(scope, { ...version, cart, contact }, now)));
    return announcements;
  });
}

type Live = Awaited<ReturnType<typeof liveVersions>>;
type Admitting = Live[number] & { kind: TriggerKind };

/** The live versions that take in a cart like this; a linear one takes in every one. */
async function versionsAdmitting(
  scope: Scope,
  { live, cart }: { live: Live; cart: Cart },
  now: Date,
): Promise<Admitting[]> {
  const admitting: Admitting[] = [];
  for (const version of live) {
    const graph = await graphOf(scope, version.versionId);
    const kind = graph?.trigger.kind ?? "cart_abandoned";
    if (kind !== "cart_abandoned" && !(kind === "checkout_abandoned" && cart.phase === "checkout")) continue;
    const facts = graph?.entry ? (await factsOfCarts(scope, [cart.id], { now })).get(cart.id) : undefined;
    if (!graph || mayEnter(graph, facts ?? { now, values: {} })) admitting.push({ ...version, kind });
  }
  return admitting;
}

type Entry = {
  kind: TriggerKind;
  sequenceId: string;
  versionId: string;
  cart: Cart;
  contact: { id: string; address: string };
};

async function enter(
  scope: Scope,
  { kind, sequenceId, versionId, cart, contact }: Entry,
  now: Date,
): Promise<Announcement[]> {
  const { chosen, ...picked } = await pickArms(scope, { sequenceId, versionId, contact }, now);
  const abandonedAt = cart.abandonedAt ?? now;
  const place = {
    sequenceId,
    trigger: { kind, id: cart.id },
    cart,
    contactId: contact.id,
    abandonedAt,
    ...picked,
  };
  const enrollmentId = await startEnrollment(scope, place, now);
  if (!enrollmentId) return [];
  await keepArms(scope, enrollmentId, chosen, now);
  const superseded = cart.claimed ? [] : await supersedeLosers(scope, contact.id, now);
  const started = { name: "enrollment/started", data: { tenantId: scope.tenantId, enrollmentId } };
  const goesOn = !superseded.includes(enrollmentId);
  return [...(goesOn ? [started] : []), ...closures(scope.tenantId, superseded)];
}
