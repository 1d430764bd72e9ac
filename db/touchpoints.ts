import { and, eq, lte } from "drizzle-orm";
import type { Touchpoint } from "#domain/attribution.ts";
import { newId } from "./ids.ts";
import type { Message } from "./messages.ts";
import { touchpoints } from "./schema/messages.ts";
import type { Scope } from "./scope.ts";

/** Records a click on a message's link. */
export async function recordClick(scope: Scope, message: Message, now: Date): Promise<void> {
  const { id: messageId, enrollmentId, contactId } = message;
  await scope.db
    .insert(touchpoints)
    .values({ tenantId: scope.tenantId, clickId: newId("click", now), messageId, enrollmentId, contactId, at: now });
}

/** A contact's clicks up to an instant. */
export async function clicksUntil(scope: Scope, contactId: string, until: Date): Promise<Touchpoint[]> {
  return scope.db
    .select({ messageId: touchpoints.messageId, enrollmentId: touchpoints.enrollmentId, at: touchpoints.at })
    .from(touchpoints)
    .where(
      and(eq(touchpoints.tenantId, scope.tenantId), eq(touchpoints.contactId, contactId), lte(touchpoints.at, until)),
    );
}
