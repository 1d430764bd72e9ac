import { latestConsent } from "#db/contacts.ts";
import { contactOf } from "#db/decision-facts.ts";
import { orderedAgain, refuseOrderTrigger, takeOrderTrigger } from "#db/order-triggers.ts";
import { getOrder } from "#db/orders.ts";
import { type Scope, withJobScope } from "#db/scope.ts";
import { standInOfOrder } from "#db/stand-ins.ts";
import { suppressionOf } from "#db/suppressions.ts";
import { getPolicy } from "#db/tenants.ts";
import { enrollmentRefusal, hasConsent, ruleFor, type TriggerRefusal } from "#domain/enrollment.ts";
import type { OrderTriggerKind } from "#domain/trigger.ts";
import { admits, enterSequence, type Live, liveFor } from "./enter-sequence.ts";
import type { Announcement } from "./events.ts";

type Order = NonNullable<Awaited<ReturnType<typeof getOrder>>>;

/**
 * Enters an order's person into one sequence, once for each order, or says why not. Whoever asks a second time, or at the
 * same time, finds the order taken.
 */
export function enrollOrder(
  tenantId: string,
  trigger: { sequenceId: string; orderId: string; kind: OrderTriggerKind },
  now: Date,
): Promise<Announcement[]> {
  return withJobScope(tenantId, async (scope) => {
    const order = await getOrder(scope, trigger.orderId);
    if (!order?.contactId || !(await takeOrderTrigger(scope, trigger, now))) return [];
    const heard = await liveFor(scope, [trigger.kind], trigger.sequenceId);
    const entered = await enter(scope, { ...heard, order, kind: trigger.kind, live: heard.live[0] ?? null }, now);
    if (typeof entered !== "string") return entered;
    await refuseOrderTrigger(scope, trigger, entered);
    return [];
  });
}

type Asked = { order: Order; kind: OrderTriggerKind; live: Live | null; published: boolean; paused: boolean };

async function enter(
  scope: Scope,
  { order, kind, live, published, paused }: Asked,
  now: Date,
): Promise<Announcement[] | TriggerRefusal> {
  const contact = order.contactId ? await contactOf(scope, order.contactId) : null;
  const rule = ruleFor({ claimed: false, standsFor: "order" }, await getPolicy(scope));
  const refusal = enrollmentRefusal({
    hasContact: contact !== null && contact.erasedAt === null,
    ...{ published, paused },
    enrolledBefore: false,
    suppressed: contact !== null && (await suppressionOf(scope, contact.address)) !== null,
    consent: contact !== null && hasConsent(rule, await latestConsent(scope, contact.id)),
  });
  if (refusal || !contact || !live) return refusal ?? "no_contact";
  if (order.status === "cancelled") return "cancelled";
  if (kind === "time_since_order" && (await orderedAgain(scope, contact.id, order.orderedAt))) return "ordered";
  const cart = await standInOfOrder(scope, order, now);
  if (!(await admits(scope, live, cart, now))) return "not_admitted";
  const at = triggeredAt(order, live);
  return enterSequence(scope, { into: live, triggerId: order.id, at, cart, contact }, now);
}

const dayMs = 86_400_000;

/** An absence begins to count when it has lasted long enough. */
function triggeredAt(order: Order, { graph }: Live): Date {
  const trigger = graph?.trigger;
  const days = trigger?.kind === "time_since_order" ? trigger.days : 0;
  return new Date(order.orderedAt.getTime() + days * dayMs);
}
