import { z } from "zod";
import type { Caller } from "#auth/testing/caller.ts";
import { withScope } from "#db/scope.ts";
import { recordTest } from "#db/webhook-deliveries.ts";
import { answerApi } from "../answer-api.ts";
import type { Sampling } from "./sample.ts";

// Port 9 is nobody's, and of this machine: what is posted there is refused before it leaves.
const given = { name: "Warehouse", url: "https://hooks.shop.example:9/in", events: ["cart.abandoned"] };

async function endpointBy(caller: Caller): Promise<string> {
  const made = await caller.call(answerApi, { path: "/v1/webhooks", body: given });
  const { webhook } = z.object({ webhook: z.object({ id: z.string() }) }).parse(made.json);
  // There may be twenty at a time, and each trial makes one.
  remove.push(webhook.id);
  for (const id of remove.splice(0, remove.length - 3))
    await caller.call(answerApi, { method: "DELETE", path: `/v1/webhooks/${id}` });
  return webhook.id;
}

const remove: string[] = [];

const ofEndpoint =
  (asked: object = {}): Sampling =>
  async (_, caller) => ({ params: { id: await endpointBy(caller) }, ...asked });

async function told(tenantId: string, caller: Caller) {
  const endpointId = await endpointBy(caller);
  const claimed = await withScope(tenantId, (scope) => recordTest(scope, endpointId, new Date()));
  return { endpointId, ...claimed };
}

/** A request of each operation on webhooks out. */
export const webhookSamples: Record<string, Sampling> = {
  list_webhooks: () => ({}),
  create_webhook: () => ({ body: given }),
  update_webhook: ofEndpoint({ body: { name: "Stock", paused: true } }),
  rotate_webhook_secret: ofEndpoint(),
  test_webhook: ofEndpoint(),
  delete_webhook: ofEndpoint(),
  restore_webhook: async (_, caller) => {
    const id = await endpointBy(caller);
    await caller.call(answerApi, { method: "DELETE", path: `/v1/webhooks/${id}` });
    return { params: { id } };
  },
  get_webhook_deliveries: ofEndpoint({ query: { limit: "3" } }),
  get_webhook_delivery: async (tenantId, caller) => ({ params: { id: (await told(tenantId, caller)).id } }),
  replay_webhook_event: async (tenantId, caller) => {
    const { endpointId, eventId } = await told(tenantId, caller);
    return { params: { id: endpointId }, body: { eventId } };
  },
};
