import { z } from "zod";
import type { Connection } from "../platform.ts";
import { magentoApi } from "./ask.ts";
import { magentoTopics } from "./translate.ts";
import { publicKey } from "./verify.ts";

const subscribed = z.array(z.object({ webhook_method: z.string(), url: z.string() }));
const refusals = [400, 401, 403, 404];

/**
 * Subscribes the observers that are missing. Only Adobe Commerce has webhooks, and only with its public key entered do
 * they open our door: elsewhere all are missing, and the shop is asked every few minutes.
 */
export async function registerHooks(connection: Connection): Promise<{ registered: string[]; missing: string[] }> {
  const api = magentoApi(connection);
  const none = { registered: [], missing: [...magentoTopics] };
  if (!publicKey(connection.credentials.webhookPublicKey ?? "")) return none;
  const listed = await api.call({ method: "GET", path: "/V1/webhooks/list", accept: refusals });
  const hooks = subscribed.safeParse(listed.json);
  if (listed.status >= 400 || !hooks.success) return none;
  const ours = hooks.data.filter((hook) => hook.url === connection.publicUrl).map((hook) => hook.webhook_method);
  const registered: string[] = [];
  const missing: string[] = [];
  for (const topic of magentoTopics) {
    const body = { webhook: subscription(topic, connection.publicUrl) };
    const path = "/V1/webhooks/subscribe";
    const stands =
      ours.includes(topic) || (await api.call({ method: "POST", path, body, accept: refusals })).status < 300;
    (stands ? registered : missing).push(topic);
  }
  return { registered, missing };
}

/**
 * Sends the id and no personal fields. The shop does not wait for us for long, and does not stop a shopper when we do not
 * answer. https://developer.adobe.com/commerce/extensibility/webhooks/api
 */
function subscription(topic: string, url: string): object {
  const row = topic.includes("quote") ? "quote" : "order";
  return {
    webhook_method: topic,
    webhook_type: "after",
    batch_name: "comeback",
    batch_order: 1000,
    hook_name: `comeback_${row}`,
    url,
    priority: 1000,
    required: false,
    soft_timeout: 1000,
    timeout: 2000,
    method: "POST",
    fields: [{ name: "eventName" }, { name: `data.${row}.entity_id` }],
  };
}
