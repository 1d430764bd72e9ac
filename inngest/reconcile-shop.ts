import { clockOffset } from "#db/clock.ts";
import { withJobScope } from "#db/scope.ts";
import { getReconciliation, type Reconciliation, saveReconciliation } from "#db/shop-health.ts";
import type { Shop } from "#db/shops.ts";
import { sourceTimes, storeEvents } from "#db/stored-events.ts";
import { comparableOf, isMissed, newsAmong } from "#domain/missed-event.ts";
import { onOurClock } from "#domain/our-clock.ts";
import { PlatformFault, platforms, type Reconciled } from "#integrations/platforms.ts";
import { reach } from "./connection.ts";
import { type ReceivedWebhooks, receivedWebhooks } from "./events.ts";

const minuteMs = 60_000;
const betweenLooksMs = 5 * minuteMs;
/** A shop that cannot be asked is only watched for silence. */
const betweenWatchesMs = 60 * minuteMs;

export type Look = { announcements: ReceivedWebhooks[]; more: boolean };

/** Asks a shop for one page of what changed since the cursor, and stores what is news beside its webhooks. */
export async function reconcilePage(tenantId: string, shopId: string, now: Date): Promise<Look> {
  const { reached, before } = await withJobScope(tenantId, async (scope) => ({
    reached: await reach(scope, shopId, (platform) => platform.reconcile),
    before: await getReconciliation(scope, shopId),
  }));
  const { shop, ability: reconcile, connection } = reached;
  if (shop.disabledAt || !reconcile || !connection) return notAsked(tenantId, shopId, now);
  const nextRunAt = new Date(now.getTime() + betweenLooksMs);
  const cursor = before?.cursor ?? null;
  // The shop's times are the world's, also where the demo's clock runs ahead.
  const said = await reconcile(connection, cursor, new Date()).catch((fault: unknown) => {
    if (fault instanceof PlatformFault) return fault.reason;
    throw fault;
  });
  if (typeof said === "string") {
    await withJobScope(tenantId, (scope) => saveReconciliation(scope, shopId, { outcome: said, nextRunAt }, now));
    return { announcements: [], more: false };
  }
  return storeNews(tenantId, shop, { said, before, nextRunAt }, now);
}

async function notAsked(tenantId: string, shopId: string, now: Date): Promise<Look> {
  const nextRunAt = new Date(now.getTime() + betweenWatchesMs);
  await withJobScope(tenantId, (scope) => saveReconciliation(scope, shopId, { nextRunAt }, now));
  return { announcements: [], more: false };
}

type News = { said: Reconciled; before: Reconciliation | null; nextRunAt: Date };

async function storeNews(tenantId: string, shop: Shop, { said, before, nextRunAt }: News, now: Date): Promise<Look> {
  const [offset, realNow] = [await clockOffset(), new Date()];
  const events = said.events.map((event) => onOurClock(event, offset, realNow));
  return withJobScope(tenantId, async (scope) => {
    const names = events.flatMap((event) => comparableOf(event)?.externalId ?? []);
    const stored = await storeEvents(scope, shop.id, newsAmong(events, await sourceTimes(scope, shop.id, names)), now);
    // The first look brings what was before us, and a shop without webhooks brings all that way: neither was missed.
    const webhooks = platforms[shop.platform].setup.topics.length > 0;
    const counts = webhooks && before !== null && before.lastRunAt !== null;
    const found = counts ? stored.filter(({ event }) => isMissed(event, now)).length : 0;
    const done = said.more ? {} : { lastRunAt: now };
    await saveReconciliation(scope, shop.id, { cursor: said.cursor, outcome: "ok", nextRunAt, found, ...done }, now);
    const announcements = receivedWebhooks(stored.map(({ id }) => ({ tenantId, id })));
    return { announcements, more: said.more };
  });
}
