import { and, desc, eq, inArray, isNotNull, lt, sql } from "drizzle-orm";
import { AppError } from "#domain/app-error.ts";
import type { Page } from "#domain/rows.ts";
import type { WebhookOrigin, WebhookOutcome } from "#domain/shop-event.ts";
import type { WebhookLogEntry, WebhookLogRow } from "#domain/webhook-log.ts";
import { newId } from "./ids.ts";
import { iso, isoOrNull } from "./instants.ts";
import { shops, webhookEvents } from "./schema/shops.ts";
import type { Scope } from "./scope.ts";
import { getShop } from "./shops.ts";

export type WebhookLogFilter = {
  shop?: string;
  outcome?: WebhookOutcome;
  origins?: WebhookOrigin[];
  topic?: string;
  after?: string;
  limit?: number;
};

const columns = {
  id: webhookEvents.id,
  shopId: shops.id,
  shopName: shops.name,
  platform: shops.platform,
  topic: webhookEvents.topic,
  deliveryId: webhookEvents.deliveryId,
  origin: webhookEvents.origin,
  outcome: webhookEvents.outcome,
  reason: webhookEvents.reason,
  detail: webhookEvents.detail,
  subjectId: webhookEvents.subjectId,
  attempts: webhookEvents.attempts,
  bytes: sql<number | null>`octet_length(${webhookEvents.body})`,
  receivedAt: webhookEvents.receivedAt,
  processedAt: webhookEvents.processedAt,
};

const theirShop = and(eq(shops.tenantId, webhookEvents.tenantId), eq(shops.id, webhookEvents.sourceId));

/** Stored requests, newest first; `after` is the id of the last row of the page before. Ids sort by time. */
export async function listWebhookLog(scope: Scope, filter: WebhookLogFilter): Promise<Page<WebhookLogRow>> {
  const limit = filter.limit ?? 50;
  const found = await scope.db
    .select(columns)
    .from(webhookEvents)
    .leftJoin(shops, theirShop)
    .where(
      and(
        eq(webhookEvents.tenantId, scope.tenantId),
        filter.shop ? eq(webhookEvents.sourceId, filter.shop) : undefined,
        filter.outcome ? eq(webhookEvents.outcome, filter.outcome) : undefined,
        filter.origins ? inArray(webhookEvents.origin, filter.origins) : undefined,
        filter.topic ? eq(webhookEvents.topic, filter.topic) : undefined,
        filter.after ? lt(webhookEvents.id, filter.after) : undefined,
      ),
    )
    .orderBy(desc(webhookEvents.id))
    .limit(limit + 1);
  const rows = found.slice(0, limit).map(logRow);
  return { rows, next: found.length > limit ? (rows.at(-1)?.id ?? null) : null };
}

type Found = Omit<WebhookLogRow, "shop" | "receivedAt" | "processedAt"> & {
  shopId: string | null;
  shopName: string | null;
  platform: string | null;
  receivedAt: Date;
  processedAt: Date | null;
};

function logRow({ shopId, shopName, platform, receivedAt, processedAt, ...row }: Found): WebhookLogRow {
  const shop = shopId && shopName && platform ? { id: shopId, name: shopName, platform } : null;
  return { ...row, shop, receivedAt: iso(receivedAt), processedAt: isoOrNull(processedAt) };
}

/** One stored request with its raw body. */
export async function readWebhookLogEntry(scope: Scope, id: string): Promise<WebhookLogEntry> {
  const [found] = await scope.db
    .select({ ...columns, body: webhookEvents.body })
    .from(webhookEvents)
    .leftJoin(shops, theirShop)
    .where(and(eq(webhookEvents.tenantId, scope.tenantId), eq(webhookEvents.id, id)));
  if (!found) throw new AppError("not_found", "There is no such webhook event");
  const { body, ...row } = found;
  return { ...logRow(row), text: body && textOf(body), base64: body && Buffer.from(body).toString("base64") };
}

function textOf(body: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch {
    return null;
  }
}

const waiting = { outcome: "pending" as const, reason: null, detail: null, attempts: 0, processedAt: null };

/** Puts one request back to be applied once more; applying twice has no second effect. */
export async function replayWebhook(scope: Scope, id: string): Promise<void> {
  const { outcome, base64 } = await readWebhookLogEntry(scope, id);
  if (outcome === "pending") throw new AppError("conflict", "This event waits to be applied already");
  if (base64 === null) throw new AppError("conflict", "The body of this event was erased");
  await scope.db
    .update(webhookEvents)
    .set(waiting)
    .where(and(eq(webhookEvents.tenantId, scope.tenantId), eq(webhookEvents.id, id)));
}

/** Puts failed requests, the dead letters, back to be applied: those of one shop or all, the oldest first. Returns their ids. */
export async function replayFailed(scope: Scope, { shop, limit }: { shop?: string; limit: number }): Promise<string[]> {
  const failed = scope.db
    .select({ id: webhookEvents.id })
    .from(webhookEvents)
    .where(
      and(
        eq(webhookEvents.tenantId, scope.tenantId),
        eq(webhookEvents.outcome, "failed"),
        isNotNull(webhookEvents.body),
        shop ? eq(webhookEvents.sourceId, shop) : undefined,
      ),
    )
    .orderBy(webhookEvents.id)
    .limit(limit);
  const rows = await scope.db
    .update(webhookEvents)
    .set(waiting)
    .where(and(eq(webhookEvents.tenantId, scope.tenantId), sql`${webhookEvents.id} in (${failed})`))
    .returning({ id: webhookEvents.id });
  return rows.map((row) => row.id);
}

export const testTopic = "comeback/test";

/** Stores an event that means nothing, to see it travel: stored, announced, taken up, settled as `test_event`. */
export async function saveTestEvent(scope: Scope, shopId: string, now: Date): Promise<string> {
  const shop = await getShop(scope, shopId);
  const id = newId("webhookEvent", now);
  await scope.db.insert(webhookEvents).values({
    tenantId: scope.tenantId,
    id,
    sourceId: shop.id,
    deliveryId: `test:${id}`,
    topic: testTopic,
    origin: "test",
    body: Buffer.from("{}"),
    receivedAt: now,
    outcome: "pending",
  });
  return id;
}
