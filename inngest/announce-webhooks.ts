import { acrossTenantsDueEndpoints } from "#db/across-tenants-webhooks.ts";
import { type Announcement, announce } from "./events.ts";

const most = 500;

/**
 * Announces what has just been recorded for endpoints of these tenants, so that it need not wait for the next minute's
 * round. Never throws: the round finds what nobody announced.
 */
export async function announceWebhooks(tenantIds: string[], now: Date): Promise<void> {
  if (tenantIds.length === 0) return;
  const due = await acrossTenantsDueEndpoints(now, most, [...new Set(tenantIds)]);
  if (due.length > 0) await announce(due.map((one) => dueAt(one))).catch(() => undefined);
}

/** The announcement of an endpoint for which something is due, now or at an instant. */
export function dueAt({ tenantId, endpointId }: { tenantId: string; endpointId: string }, ts?: number): Announcement {
  return { name: "webhook/due", data: { tenantId, endpointId }, ...(ts === undefined ? {} : { ts }) };
}
