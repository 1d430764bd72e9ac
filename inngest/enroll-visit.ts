import { isTalkedTo } from "#db/claims.ts";
import { latestConsent } from "#db/contacts.ts";
import { contactOf } from "#db/decision-facts.ts";
import { type Scope, withJobScope } from "#db/scope.ts";
import { standInOfVisit } from "#db/stand-ins.ts";
import { suppressionOf } from "#db/suppressions.ts";
import { getPolicy } from "#db/tenants.ts";
import { lockVisit, lookedAt, settleVisit, type Visit, visitorOf } from "#db/visits.ts";
import { abandonmentDueAt } from "#domain/cart.ts";
import { enrollmentRefusal, hasConsent, ruleFor, type TriggerRefusal } from "#domain/enrollment.ts";
import { admits, enterSequence, liveFor } from "./enter-sequence.ts";
import type { Announcement } from "./events.ts";

/**
 * Settles a visit that went quiet: enters its person into the live sequences for visits, or says on the visit why not.
 * One that was taken up again meanwhile stays open.
 */
export function enrollVisit(tenantId: string, visitId: string, now: Date): Promise<Announcement[]> {
  return withJobScope(tenantId, async (scope) => {
    const visit = await lockVisit(scope, visitId);
    if (!visit) return [];
    const { abandonmentMinutes } = await getPolicy(scope);
    const quietAt = abandonmentDueAt(visit.lastViewAt, abandonmentMinutes);
    if (quietAt > now) return [];
    const settled = await enter(scope, visit, { quietAt, now });
    const refused = typeof settled === "string";
    await settleVisit(scope, visit.id, refused ? settled : null, now);
    return refused ? [] : settled;
  });
}

async function enter(
  scope: Scope,
  visit: Visit,
  { quietAt, now }: { quietAt: Date; now: Date },
): Promise<Announcement[] | TriggerRefusal> {
  const { live, published, paused } = await liveFor(scope, ["browse_abandoned"]);
  const { contactId, carted, ordered } = await visitorOf(scope, visit);
  const contact = contactId ? await contactOf(scope, contactId) : null;
  const rule = ruleFor({ claimed: visit.contactId === null, standsFor: "visit" }, await getPolicy(scope));
  const refusal = enrollmentRefusal({
    hasContact: contact !== null && contact.erasedAt === null,
    ...{ published, paused },
    enrolledBefore: contact !== null && (await isTalkedTo(scope, contact.id)),
    suppressed: contact !== null && (await suppressionOf(scope, contact.address)) !== null,
    consent: contact !== null && hasConsent(rule, await latestConsent(scope, contact.id)),
  });
  if (refusal || !contact) return refusal ?? "no_contact";
  if (carted) return "carted";
  if (ordered) return "ordered";
  const seen = await lookedAt(scope, visit);
  if (!seen) return "nothing_to_show";
  const cart = await standInOfVisit(scope, { visit, contactId: contact.id, seen }, now);
  const announcements: Announcement[] = [];
  let admitted = false;
  for (const into of live) {
    if (!(await admits(scope, into, cart, now))) continue;
    admitted = true;
    announcements.push(...(await enterSequence(scope, { into, triggerId: visit.id, at: quietAt, cart, contact }, now)));
  }
  return admitted ? announcements : "not_admitted";
}
