import { getCart, recordEnrollmentRefusal } from "#db/carts.ts";
import { isTalkedTo } from "#db/claims.ts";
import { latestConsent } from "#db/contacts.ts";
import { contactOf } from "#db/decision-facts.ts";
import { type Scope, withJobScope } from "#db/scope.ts";
import { suppressionOf } from "#db/suppressions.ts";
import { getPolicy } from "#db/tenants.ts";
import { enrollmentRefusal, hasConsent, ruleFor } from "#domain/enrollment.ts";
import { admits, enterSequence, liveFor } from "./enter-sequence.ts";
import type { Announcement } from "./events.ts";

/** Enters an abandoned cart into every live sequence, eligibility first, then the arm; or says on the cart why not. */
export function enrollCart(tenantId: string, cartId: string, now: Date): Promise<Announcement[]> {
  return withJobScope(tenantId, (scope) => enterCart(scope, { cartId, sequenceId: null }, now));
}

/** The same within a transaction; into one sequence alone where it is named. */
export async function enterCart(
  scope: Scope,
  { cartId, sequenceId }: { cartId: string; sequenceId: string | null },
  now: Date,
): Promise<Announcement[]> {
  const cart = await getCart(scope, cartId);
  if (!cart?.abandonedAt || cart.orderedAt || cart.deletedAt || cart.mergedInto) return [];
  const { live, published, paused } = await liveFor(scope, ["cart_abandoned", "checkout_abandoned"], sequenceId);
  const contact = cart.contactId ? await contactOf(scope, cart.contactId) : null;
  const policy = await getPolicy(scope);
  const refusal = enrollmentRefusal({
    hasContact: contact !== null && contact.erasedAt === null,
    ...{ published, paused },
    enrolledBefore: cart.claimed && contact !== null && (await isTalkedTo(scope, contact.id)),
    suppressed: contact !== null && (await suppressionOf(scope, contact.address)) !== null,
    consent: contact !== null && hasConsent(ruleFor(cart, policy), await latestConsent(scope, contact.id)),
  });
  if (refusal || !contact) {
    if (sequenceId === null) await recordEnrollmentRefusal(scope, cart.id, refusal ?? "no_contact");
    return [];
  }
  const entry = { triggerId: cart.id, at: cart.abandonedAt, cart, contact };
  const announcements: Announcement[] = [];
  let admitted = 0;
  for (const into of live) {
    const begins = into.kind !== "checkout_abandoned" || cart.phase === "checkout";
    if (!begins || !(await admits(scope, into, cart, now))) continue;
    admitted++;
    announcements.push(...(await enterSequence(scope, { into, ...entry }, now)));
  }
  if (admitted === 0 && sequenceId === null) await recordEnrollmentRefusal(scope, cart.id, "not_admitted");
  return announcements;
}
