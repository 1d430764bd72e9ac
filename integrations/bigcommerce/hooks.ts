import type { Connection } from "../platform.ts";
import { type Api, PlatformFault } from "../platform-api.ts";
import { bigcommerceApi } from "./ask.ts";
import { hooks } from "./payloads.ts";
import { bigcommerceTopics } from "./translate.ts";

/** Makes the hooks that are missing and wakes those that BigCommerce put to sleep after two days of failures. */
export async function registerHooks(connection: Connection): Promise<{ registered: string[]; missing: string[] }> {
  const api = bigcommerceApi(connection);
  const { json } = await api.call({ method: "GET", path: "/v3/hooks?limit=250" });
  const parsed = hooks.safeParse(json);
  if (!parsed.success) throw new PlatformFault("unreadable_answer");
  const ours = parsed.data.data.filter((hook) => hook.destination === connection.publicUrl);
  const registered: string[] = [];
  const missing: string[] = [];
  for (const scope of bigcommerceTopics) {
    const hook = ours.find((one) => one.scope === scope);
    const stands = hook?.is_active || (await switchOn(api, scope, { id: hook?.id, destination: connection.publicUrl }));
    (stands ? registered : missing).push(scope);
  }
  return { registered, missing };
}

/** False when BigCommerce refuses, such as a scope that the token may not see. */
async function switchOn(
  api: Api,
  scope: string,
  { id, destination }: { id: string | undefined; destination: string },
): Promise<boolean> {
  const answer = await api.call({
    method: id ? "PUT" : "POST",
    path: id ? `/v3/hooks/${encodeURIComponent(id)}` : "/v3/hooks",
    body: { scope, destination, is_active: true, events_history_enabled: true },
    accept: [400, 403, 404, 409, 422],
  });
  return answer.status < 300;
}
