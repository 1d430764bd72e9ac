import { z } from "zod";
import { operation } from "#auth/operation.ts";
import { recordAudit } from "#db/audit.ts";
import {
  deliveryOf,
  listDeliveries,
  readDelivery,
  replayDelivery,
  replayFailedDeliveries,
} from "#db/webhook-deliveries.ts";
import { getEndpoint } from "#db/webhook-endpoints.ts";
import { deliveryStates } from "#domain/webhook-delivery.ts";
import { announceWebhooks } from "#inngest/announce-webhooks.ts";
import { testEndpoint } from "#inngest/test-endpoint.ts";
import { byId, id, instant, pageOf, paging } from "../shapes.ts";
import { deliveryEntry, deliveryRow, ofEndpoint, ofWebhooks } from "./shapes.ts";

export const getWebhookDeliveries = operation({
  id: "get_webhook_deliveries",
  method: "GET",
  path: "/webhooks/{id}/deliveries",
  ...ofEndpoint,
  summary: "List what an endpoint was told, the newest first",
  description: "Events are kept for 30 days.",
  query: z.strictObject({
    ...paging,
    state: z.enum(deliveryStates).optional().meta({ description: "Only deliveries that stand like this" }),
  }),
  answer: pageOf(deliveryRow),
  run: async ({ scope, params, query: { cursor, ...filter } }) => {
    const { id: endpointId } = await getEndpoint(scope, params.id);
    const { rows: data, next } = await listDeliveries(scope, { endpointId, after: cursor, ...filter });
    return { data, next };
  },
});

export const getWebhookDelivery = operation({
  id: "get_webhook_delivery",
  method: "GET",
  path: "/webhook-deliveries/{id}",
  ...ofWebhooks,
  summary: "Read one delivery: what is told, each try and what was answered",
  params: byId,
  answer: deliveryEntry,
  example: { params: { id: "wdl_01kh3…" } },
  run: ({ scope, params }) => readDelivery(scope, params.id),
});

export const testWebhook = operation({
  id: "test_webhook",
  method: "POST",
  path: "/webhooks/{id}/test",
  ...ofEndpoint,
  summary: "Send an endpoint a test and see what it answers",
  description: "Sent at once and once, also while it is paused, as an event `webhook.test`.",
  answer: deliveryEntry,
  hints: { reachesOut: true },
  run: async ({ scope, params, now }) => {
    const { id: endpointId } = await getEndpoint(scope, params.id);
    // Posting may take seconds, for which no transaction is kept open.
    return () => testEndpoint({ tenantId: scope.tenantId, endpointId }, now);
  },
});

const replay = z
  .strictObject({
    eventId: id.optional().meta({ description: "This event alone, whatever came of it" }),
    failedSince: instant.optional().meta({ description: "All that failed for good and happened since then" }),
  })
  .refine(({ eventId, failedSince }) => (eventId === undefined) !== (failedSince === undefined), {
    error: "Give either an event or an instant",
    path: ["eventId"],
  });

export const replayWebhookEvent = operation({
  id: "replay_webhook_event",
  method: "POST",
  path: "/webhooks/{id}/replays",
  ...ofEndpoint,
  summary: "Tell an endpoint once more of an event, or of all that failed",
  description:
    "It goes under the same event id, by which a receiver knows what it has had. A day of tries begins anew.",
  status: 202,
  body: replay,
  answer: z.strictObject({ replayed: z.int() }),
  example: { ...ofEndpoint.example, body: { failedSince: "2026-03-05T00:00:00Z" } },
  hints: { reachesOut: true },
  run: async ({ scope, actor, params, body: { eventId, failedSince }, now, afterCommit }) => {
    const { id: endpointId } = await getEndpoint(scope, params.id);
    afterCommit(() => announceWebhooks([scope.tenantId], now));
    if (eventId === undefined) {
      const since = failedSince === undefined ? null : new Date(failedSince);
      const replayed = await replayFailedDeliveries(scope, endpointId, since, now);
      await recordAudit(scope, { actor, action: "webhook.replayed", subjectId: endpointId, change: { replayed }, now });
      return { replayed };
    }
    await replayDelivery(scope, await deliveryOf(scope, { endpointId, eventId }), now);
    await recordAudit(scope, { actor, action: "webhook.replayed", subjectId: endpointId, change: { eventId }, now });
    return { replayed: 1 };
  },
});
