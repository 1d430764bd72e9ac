import { z } from "zod";
import type { Connection } from "../platform.ts";
import { type Admin, adminOf } from "./admin.ts";
import { subscribedTopics } from "./connect.ts";
import { hookMutation, hooksQuery } from "./queries.ts";

const hooks = z.object({
  webhookSubscriptions: z.object({
    nodes: z.array(z.object({ topic: z.string(), uri: z.string().nullish() })),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }),
  }),
});
const made = z.object({ made: z.object({ userErrors: z.array(z.unknown()) }).nullish() });

/** Subscribes the topics that are missing. A hook that failed too often was deleted by Shopify, so it is missing too. */
export async function registerHooks(connection: Connection): Promise<{ registered: string[]; missing: string[] }> {
  const admin = await adminOf(connection);
  const standing = await standingTopics(admin, connection.publicUrl);
  const registered: string[] = [];
  const missing: string[] = [];
  for (const topic of subscribedTopics) {
    const stands = standing.has(enumOf(topic)) || (await subscribe(admin, enumOf(topic), connection.publicUrl));
    (stands ? registered : missing).push(topic);
  }
  return { registered, missing };
}

async function standingTopics(admin: Admin, uri: string): Promise<Set<string>> {
  const topics = new Set<string>();
  for (let after: string | null = null, pages = 0; pages < 20; pages += 1) {
    const answer: z.infer<typeof hooks> = await admin.ask({ query: hooksQuery, variables: { after }, shape: hooks });
    const { nodes, pageInfo } = answer.webhookSubscriptions;
    for (const hook of nodes) if (hook.uri === uri) topics.add(hook.topic);
    if (!pageInfo.hasNextPage || !pageInfo.endCursor) break;
    after = pageInfo.endCursor;
  }
  return topics;
}

/** False when Shopify says why not, such as a topic of data that the app may not see. */
async function subscribe(admin: Admin, topic: string, uri: string): Promise<boolean> {
  const variables = { topic, hook: { uri, format: "JSON" } };
  const answer = await admin.ask({ query: hookMutation, variables, shape: made });
  return answer.made?.userErrors.length === 0;
}

/** `inventory_levels/update` → `INVENTORY_LEVELS_UPDATE`. */
function enumOf(topic: string): string {
  return topic.replace("/", "_").toUpperCase();
}
