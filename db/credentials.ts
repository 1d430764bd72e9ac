import { and, eq } from "drizzle-orm";
import { decrypt, encrypt } from "./encryption.ts";
import { shopCredentials } from "./schema/shop-health.ts";
import { shops } from "./schema/shops.ts";
import type { Scope } from "./scope.ts";
import { getShop, type Shop, secretsOf } from "./shops.ts";

export type Credentials = Record<string, string>;

export const credentialsContext = (tenantId: string, shopId: string) => `credentials ${tenantId} ${shopId}`;

/** Opens what is stored for a shop; nothing where nothing is. */
export function openCredentials(of: { tenantId: string; shopId: string; sealed: string | null }): Credentials {
  if (!of.sealed) return {};
  return JSON.parse(decrypt(of.sealed, credentialsContext(of.tenantId, of.shopId))) as Credentials;
}

/** What a shop's API is asked with; empty when nothing was entered. */
export async function credentialsOf(scope: Scope, shopId: string): Promise<Credentials> {
  const [row] = await scope.db
    .select({ sealed: shopCredentials.sealed })
    .from(shopCredentials)
    .where(and(eq(shopCredentials.tenantId, scope.tenantId), eq(shopCredentials.shopId, shopId)));
  return openCredentials({ tenantId: scope.tenantId, shopId, sealed: row?.sealed ?? null });
}

/** The names under which something was entered, never the values. */
export async function credentialNames(scope: Scope, shopId: string): Promise<string[]> {
  const [row] = await scope.db
    .select({ names: shopCredentials.names })
    .from(shopCredentials)
    .where(and(eq(shopCredentials.tenantId, scope.tenantId), eq(shopCredentials.shopId, shopId)));
  return row?.names ?? [];
}

/** Keeps what is given beside what was entered before; an empty text takes its name away. Returns the names that stand. */
export async function saveCredentials(scope: Scope, shopId: string, given: Credentials, now: Date): Promise<string[]> {
  const shop = await getShop(scope, shopId);
  const all = { ...(await credentialsOf(scope, shop.id)), ...given };
  const kept = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ""));
  const names = Object.keys(kept).sort();
  const sealed = encrypt(JSON.stringify(kept), credentialsContext(scope.tenantId, shop.id));
  const stored = { sealed, names, savedAt: now };
  await scope.db
    .insert(shopCredentials)
    .values({ tenantId: scope.tenantId, shopId: shop.id, ...stored })
    .onConflictDoUpdate({ target: [shopCredentials.tenantId, shopCredentials.shopId], set: stored });
  return names;
}

/** A shop with all that is needed to ask its API. */
export type OpenShop = { shop: Shop; credentials: Credentials; secret: string };

/** Opens a shop's secrets, for whoever is about to call it. */
export async function openShop(scope: Scope, shopId: string): Promise<OpenShop> {
  const shop = await getShop(scope, shopId);
  const [sealed] = await scope.db
    .select()
    .from(shops)
    .where(and(eq(shops.tenantId, scope.tenantId), eq(shops.id, shopId)));
  const [secret = ""] = sealed ? secretsOf({ ...sealed, previousSecret: null }, new Date(0)) : [];
  return { shop, credentials: await credentialsOf(scope, shopId), secret };
}
