import { z } from "zod";
import { operation } from "#auth/operation.ts";
import { recordAudit } from "#db/audit.ts";
import {
  changeEndpoint,
  createEndpoint,
  endpointRow,
  getEndpoint,
  listEndpoints,
  listRemovedEndpoints,
  pauseEndpoint,
  removeEndpoint,
  restoreEndpoint,
  resumeEndpoint,
  rotateEndpointSecret,
} from "#db/webhook-endpoints.ts";
import { announceWebhooks } from "#inngest/announce-webhooks.ts";
import { refuseAddress } from "./refuse-address.ts";
import { endpoint, endpointName, ofEndpoint, ofWebhooks, secret, wanted, webAddress } from "./shapes.ts";

export const listWebhooks = operation({
  id: "list_webhooks",
  method: "GET",
  path: "/webhooks",
  ...ofWebhooks,
  summary: "List the endpoints that events are posted to, or those that were removed",
  query: z.strictObject({
    removed: z.stringbool().default(false).meta({ description: "Those of the last 30 days that can be restored" }),
  }),
  answer: z.strictObject({ data: z.array(endpoint) }),
  run: async ({ scope, now, query }) => {
    const found = query.removed ? await listRemovedEndpoints(scope) : await listEndpoints(scope);
    return { data: found.map((one) => endpointRow(one, now)) };
  },
});

export const createWebhook = operation({
  id: "create_webhook",
  method: "POST",
  path: "/webhooks",
  ...ofWebhooks,
  summary: "Have events posted to an address",
  description: "Posts are signed by the Standard Webhooks. The secret is shown in this answer and never again.",
  status: 201,
  loosens: "have events posted to an address",
  body: z.strictObject({ name: endpointName, url: webAddress, events: wanted }),
  answer: z.strictObject({ webhook: endpoint, secret }),
  example: { body: { name: "Warehouse", url: "https://hooks.shop.example/comeback", events: ["order.recovered"] } },
  run: async ({ scope, actor, body, now }) => {
    await refuseAddress(body.url);
    const made = await createEndpoint(scope, body, now);
    const change = { name: body.name, host: new URL(body.url).host, events: body.events };
    await recordAudit(scope, { actor, action: "webhook.created", subjectId: made.endpoint.id, change, now });
    return { webhook: endpointRow(made.endpoint, now), secret: made.secret };
  },
});

const changed = z.strictObject({
  name: endpointName.optional(),
  url: webAddress.optional(),
  events: wanted.optional(),
  paused: z.boolean().optional().meta({ description: "What happens while it is paused is kept for it, for 30 days" }),
});

export const updateWebhook = operation({
  id: "update_webhook",
  method: "PATCH",
  path: "/webhooks/{id}",
  ...ofEndpoint,
  summary: "Change, pause or resume an endpoint",
  loosens: "have more events posted, or to another address",
  loosensWhen: async ({ scope, params, body }) => {
    const { url, events } = await getEndpoint(scope, params.id);
    const more = body.events?.some((one) => !events.includes(one)) ?? false;
    return more || (body.url !== undefined && body.url !== url);
  },
  body: changed,
  answer: endpoint,
  example: { ...ofEndpoint.example, body: { paused: true } },
  run: async ({ scope, actor, params: { id }, body: { paused, ...change }, now, afterCommit }) => {
    if (change.url) await refuseAddress(change.url);
    let one = await changeEndpoint(scope, id, change);
    if (paused === true) one = await pauseEndpoint(scope, id, "person", now);
    if (paused === false) {
      one = await resumeEndpoint(scope, id, now);
      afterCommit(() => announceWebhooks([scope.tenantId], now));
    }
    const { url, ...rest } = change;
    const noted = { ...rest, ...(url ? { host: new URL(url).host } : {}), ...(paused === undefined ? {} : { paused }) };
    await recordAudit(scope, { actor, action: "webhook.changed", subjectId: id, change: noted, now });
    return endpointRow(one, now);
  },
});

export const rotateWebhookSecret = operation({
  id: "rotate_webhook_secret",
  method: "POST",
  path: "/webhooks/{id}/secret",
  ...ofEndpoint,
  summary: "Replace the secret of an endpoint",
  description: "For 24 hours posts are signed by both, so that a receiver can be changed over without a gap.",
  status: 201,
  answer: z.strictObject({ webhook: endpoint, secret }),
  hints: { destructive: true },
  run: async ({ scope, actor, params: { id }, now }) => {
    const rotated = await rotateEndpointSecret(scope, id, now);
    await recordAudit(scope, { actor, action: "webhook.secret_rotated", subjectId: id, now });
    return { webhook: endpointRow(rotated.endpoint, now), secret: rotated.secret };
  },
});

export const deleteWebhook = operation({
  id: "delete_webhook",
  method: "DELETE",
  path: "/webhooks/{id}",
  ...ofEndpoint,
  summary: "Have nothing more posted to an endpoint",
  description: "For 30 days `restore_webhook` brings it back as it was.",
  status: 204,
  run: async ({ scope, actor, params: { id }, now }) => {
    const { name } = await removeEndpoint(scope, id, now);
    await recordAudit(scope, { actor, action: "webhook.removed", subjectId: id, change: { name }, now });
  },
});

export const restoreWebhook = operation({
  id: "restore_webhook",
  method: "POST",
  path: "/webhooks/{id}/restoration",
  ...ofEndpoint,
  summary: "Bring back an endpoint that was removed",
  loosens: "have events posted again to an endpoint that was removed",
  answer: endpoint,
  run: async ({ scope, actor, params: { id }, now, afterCommit }) => {
    const one = await restoreEndpoint(scope, id, now);
    afterCommit(() => announceWebhooks([scope.tenantId], now));
    await recordAudit(scope, { actor, action: "webhook.restored", subjectId: id, change: { name: one.name }, now });
    return endpointRow(one, now);
  },
});
