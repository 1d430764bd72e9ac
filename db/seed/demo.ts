import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { acrossTenantsHasMembers } from "../across-tenants-doors.ts";
import { createKey } from "../api-keys.ts";
import { newId } from "../ids.ts";
import { createMember } from "../members.ts";
import { rebuildRollups } from "../rollup-rebuild.ts";
import { type Scope, withJobScope } from "../scope.ts";
import { createShop } from "../shops.ts";
import { createTenant, defaultPolicy, saveBrand } from "../tenants.ts";
import { day, historyDays } from "./calendar.ts";
import { shop, staff } from "./cast.ts";
import { writeHistory } from "./history.ts";
import { insertHistory } from "./insert-history.ts";
import { planLadder } from "./ladder.ts";
import { writeConversations } from "./write-conversations.ts";

export type DemoShop = { id: string; platform: "custom" | "shopify"; secret: string };
export type Demo = { tenantId: string; email: string; password: string; apiKey: string; shops: DemoShop[] };

/**
 * Fills an empty installation with the demo tenant and its past; null when somebody can sign in already. All or
 * nothing in one transaction, and counted after it. Password, key and secrets are random, the history is the same at every first start.
 */
export async function seedDemo({ now, appUrl }: { now: Date; appUrl: string }): Promise<Demo | null> {
  if (await acrossTenantsHasMembers()) return null;
  const openedAt = new Date(now.getTime() - (historyDays + 14) * day);
  const write = async (scope: Scope) => {
    const tenant = { name: shop.name, currency: shop.currency, language: shop.language, timeZone: shop.timeZone };
    await createTenant(scope, { ...tenant, now: openedAt, brand: { accent: shop.accent } });
    const { senderAddress, replyTo, postalAddress } = shop;
    const { tone, avoidWords, useWords, examples, returnsPolicy, shippingPolicy } = shop;
    const voice = { tone, avoidWords, useWords, examples, returnsPolicy, shippingPolicy };
    await saveBrand(scope, { senderName: shop.name, senderAddress, replyTo, postalAddress, ...voice });
    const people = await hire(scope, openedAt);
    const shops = await openShops(scope, openedAt, appUrl);
    const plan = await planLadder(scope, people.owner.id, openedAt);
    const { reviewDeadlineMinutes, attributionDays } = defaultPolicy;
    const history = writeHistory({
      ...plan,
      ...{ tenantId: scope.tenantId, now, appUrl, attributionDays },
      customShopId: shops.custom.id,
      shopifyShopId: shops.shopify.id,
      marketerId: people.marketer.id,
      reviewMinutes: reviewDeadlineMinutes,
    });
    await insertHistory(scope, history);
    await writeConversations(scope, openedAt, now);
    const key = { name: "Demo", scopes: ["read" as const, "admin" as const], createdBy: people.owner.id };
    const { token } = await createKey(scope, { ...key, mode: "test", now: openedAt });
    const { email } = people.owner;
    return { tenantId: scope.tenantId, email, password: people.password, apiKey: token, shops: Object.values(shops) };
  };
  // Beside a tenant of millions of rows each statement would be planned for one that has none.
  const demo = await withJobScope(newId("tenant", openedAt), write);
  await rebuildRollups((work) => countIn(demo.tenantId, work), now);
  return demo;
}

/**
 * Whoever signs in first sees figures: what happened is counted now, not by the job's next beat. Of tables that were filled
 * just now Postgres believes that they have no rows, and would join them row by row: half a minute instead of three seconds.
 */
function countIn<T>(tenantId: string, work: (scope: Scope) => Promise<T>): Promise<T> {
  const counting = async (scope: Scope) => {
    await scope.db.execute(sql`select set_config('enable_nestloop', 'off', true)`);
    return work(scope);
  };
  return withJobScope(tenantId, counting, { plans: "anew" });
}

async function hire(scope: Scope, now: Date) {
  const password = randomBytes(9).toString("base64url");
  const { owner: first, marketer: second } = staff;
  const owner = await createMember(scope, { ...first, role: "owner", password, now });
  const marketer = await createMember(scope, { ...second, role: "marketer", password, now });
  return { owner, marketer, password };
}

async function openShops(scope: Scope, now: Date, appUrl: string): Promise<Record<"custom" | "shopify", DemoShop>> {
  const hosts = [new URL(appUrl).hostname, "localhost", "127.0.0.1"];
  const { currency } = shop;
  const custom = await createShop(scope, {
    ...{ platform: "custom", name: shop.name, url: `${appUrl}/shop`, hosts, currency, now },
  });
  const shopify = await createShop(scope, {
    ...{
      platform: "shopify",
      name: `${shop.name} Shopify`,
      url: "https://nordlicht-kiel.example",
      hosts,
      currency,
      now,
    },
    secret: `shpss_${randomBytes(16).toString("hex")}`,
  });
  return {
    custom: { id: custom.shop.id, platform: "custom", secret: custom.secret },
    shopify: { id: shopify.shop.id, platform: "shopify", secret: shopify.secret },
  };
}
