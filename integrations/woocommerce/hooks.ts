import { z } from "zod";
import type { Connection } from "../platform.ts";
import { type Api, PlatformFault } from "../platform-api.ts";
import { identifier } from "../shapes.ts";
import { subscribedTopics, wooApi } from "./connect.ts";

const hook = z.object({ id: identifier, status: z.string(), topic: z.string(), delivery_url: z.string() });
type Hook = z.infer<typeof hook>;
const hooks = z.array(hook);

/** Makes the hooks that are missing and wakes those that WooCommerce switched off after five bad answers. */
export async function registerHooks(connection: Connection): Promise<{ registered: string[]; missing: string[] }> {
  const api = wooApi(connection);
  const standing = (await listHooks(api)).filter((one) => one.delivery_url === connection.publicUrl);
  const registered: string[] = [];
  const missing: string[] = [];
  for (const topic of subscribedTopics) {
    const stands = await ensure(api, connection, { topic, hooks: standing.filter((one) => one.topic === topic) });
    (stands ? registered : missing).push(topic);
  }
  return { registered, missing };
}

async function listHooks(api: Api): Promise<Hook[]> {
  const found: Hook[] = [];
  for (let page = 1; page <= 20; page += 1) {
    const { json } = await api.call({ method: "GET", path: `webhooks?per_page=100&page=${page}` });
    const parsed = hooks.safeParse(json);
    if (!parsed.success) throw new PlatformFault("unreadable_answer");
    found.push(...parsed.data);
    if (parsed.data.length < 100) break;
  }
  return found;
}

/** A hook that a person paused stays paused and is told as missing. */
async function ensure(api: Api, connection: Connection, wanted: { topic: string; hooks: Hook[] }): Promise<boolean> {
  if (wanted.hooks.some((one) => one.status === "active")) return true;
  const asleep = wanted.hooks.find((one) => one.status === "disabled");
  if (asleep) {
    return accepted(api, { method: "PUT", path: `webhooks/${asleep.id}`, body: { status: "active" } });
  }
  if (wanted.hooks.length > 0) return false;
  const { secret, publicUrl } = connection;
  if (!secret) throw new PlatformFault("not_configured");
  const { topic } = wanted;
  const body = { name: `Comeback ${topic}`, topic, delivery_url: publicUrl, secret, status: "active" };
  return accepted(api, { method: "POST", path: "webhooks", body });
}

async function accepted(api: Api, request: { method: "POST" | "PUT"; path: string; body: object }): Promise<boolean> {
  const answer = await api.call({ ...request, accept: [400] });
  return answer.status !== 400;
}
