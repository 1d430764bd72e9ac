import { acrossTenantsQuietVisits, acrossTenantsTriggeringOrders } from "#db/across-tenants-triggers.ts";
import { enrollOrder } from "./enroll-order.ts";
import { enrollVisit } from "./enroll-visit.ts";
import type { Announcement } from "./events.ts";
import { logFault } from "./log.ts";

const pageSize = 200;

/** `faults` could not be entered and will be found again: a page of nothing else must not be asked for at once. */
export type Triggered = { found: number; faults: number; announcements: Announcement[] };

/** Settles visits of many tenants that went quiet; one that cannot be holds up no other. */
export async function enrollQuietVisits(now: Date): Promise<Triggered> {
  const quiet = await acrossTenantsQuietVisits(now, pageSize);
  return enrollEach(quiet, ({ tenantId, id }) => ({
    ids: { tenantId, visitId: id },
    entering: () => enrollVisit(tenantId, id, now),
  }));
}

/** Enters what orders set off and no sequence has looked at; `orderIds` only of these. */
export async function enrollTriggeringOrders(now: Date, orderIds: string[] | null = null): Promise<Triggered> {
  const waiting = await acrossTenantsTriggeringOrders(now, pageSize, orderIds);
  return enrollEach(waiting, ({ tenantId, ...trigger }) => ({
    ids: { tenantId, ...trigger },
    entering: () => enrollOrder(tenantId, trigger, now),
  }));
}

/** Whether there may be more of it that can be entered now. */
export function goesOn({ found, faults }: Triggered): boolean {
  return found === pageSize && faults < found;
}

type Entering = { ids: Record<string, string>; entering: () => Promise<Announcement[]> };

async function enrollEach<T>(found: T[], enteringOf: (one: T) => Entering): Promise<Triggered> {
  const announcements: Announcement[] = [];
  let faults = 0;
  for (const one of found) {
    const { ids, entering } = enteringOf(one);
    try {
      announcements.push(...(await entering()));
    } catch (cause) {
      faults++;
      logFault("a trigger could not let anybody in", ids, cause);
    }
  }
  return { found: found.length, faults, announcements };
}
