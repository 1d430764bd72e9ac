import type { Connection } from "../platform.ts";
import { PlatformFault } from "../platform-api.ts";
import { stripeApi, withQuery } from "./ask.ts";
import { endpoints } from "./payloads.ts";
import { stripeTopics } from "./translate.ts";

/**
 * Switches our endpoint on again and adds the events it lacks. It makes none: Stripe would sign a new one with a secret
 * of its own, which only the person who makes it in the dashboard can enter here.
 */
export async function registerHooks(connection: Connection): Promise<{ registered: string[]; missing: string[] }> {
  const api = stripeApi(connection);
  const { json } = await api.call({ method: "GET", path: withQuery("/v1/webhook_endpoints", [["limit", "100"]]) });
  const parsed = endpoints.safeParse(json);
  if (!parsed.success) throw new PlatformFault("unreadable_answer");
  const ours = parsed.data.data.find((one) => one.url === connection.publicUrl);
  if (!ours) return { registered: [], missing: [...stripeTopics] };
  const all = ours.enabled_events.includes("*");
  const lacks = !all && stripeTopics.some((topic) => !ours.enabled_events.includes(topic));
  if (ours.status === "enabled" && !lacks) return { registered: [...stripeTopics], missing: [] };
  const topics = all ? ["*"] : [...new Set([...ours.enabled_events, ...stripeTopics])];
  const form = new URLSearchParams(topics.map((topic) => ["enabled_events[]", topic]));
  form.set("disabled", "false");
  await api.call({
    method: "POST",
    path: `/v1/webhook_endpoints/${encodeURIComponent(ours.id)}`,
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: form.toString(),
  });
  return { registered: [...stripeTopics], missing: [] };
}
