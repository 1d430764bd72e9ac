import { withJobScope } from "#db/scope.ts";
import type { Shop } from "#db/shops.ts";
import { platforms } from "#integrations/platforms.ts";
import { reach } from "./connection.ts";
import { logFault } from "./log.ts";

const patienceMs = 3_000;

type Asked = { shopId: string; cart: { externalId: string; recoveryUrl: string | null }; code: string | null };

/**
 * `none`: the platform makes no links for a click, or did not answer while a shopper waits. `gone`: there is nothing to
 * go back to any more.
 */
export type FreshLink = { kind: "fresh"; url: string } | { kind: "gone" } | { kind: "none" };

/** A recovery link made for this click, with the message's code, where the shop's own works once or for a while only. */
export async function freshRecoveryUrl(tenantId: string, asked: Asked): Promise<FreshLink> {
  const late = new Promise<FreshLink>((resolve) => {
    setTimeout(() => resolve({ kind: "none" }), patienceMs).unref();
  });
  const made = askShop(tenantId, asked).catch((fault: unknown): FreshLink => {
    logFault("a shop made no fresh recovery link", { tenantId, shopId: asked.shopId }, fault);
    return { kind: "none" };
  });
  return Promise.race([made, late]);
}

async function askShop(tenantId: string, { shopId, cart, code }: Asked): Promise<FreshLink> {
  const { shop, ability, connection } = await withJobScope(tenantId, (scope) =>
    reach(scope, shopId, (platform) => platform.freshRecoveryUrl),
  );
  if (!ability || !connection) return { kind: "none" };
  const url = await ability(connection, cart);
  if (!url) return { kind: "gone" };
  return { kind: "fresh", url: withCode(shop, url, code) };
}

function withCode({ platform }: Pick<Shop, "platform">, url: string, code: string | null): string {
  return code ? (platforms[platform].applyCode?.(url, code) ?? url) : url;
}

/** Where a link leads that leads to no cart any more: to the shop, with the code that was promised. */
export function shopFront(shop: Pick<Shop, "platform" | "url">, code: string | null): string {
  return withCode(shop, shop.url, code);
}

/** Where a shop's links may lead: to its own hosts, and to those at which its platform restores carts. */
export function linkHosts({ platform, hosts }: Pick<Shop, "platform" | "hosts">): string[] {
  return [...hosts, ...(platforms[platform].recoveryHosts ?? [])];
}
