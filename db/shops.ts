import { randomBytes } from "node:crypto";
import { and, asc, eq, isNull, lt } from "drizzle-orm";
import { AppError } from "#domain/app-error.ts";
import type { PlatformName } from "#domain/shop-event.ts";
import { recordAudit } from "./audit.ts";
import { decrypt, encrypt } from "./encryption.ts";
import { newId } from "./ids.ts";
import { forgetShop } from "./known-shops.ts";
import { shops } from "./schema/shops.ts";
import type { Scope } from "./scope.ts";

/** How long the secret before the last one still opens the door. */
export const overlapHours = 24;

export type Shop = {
  id: string;
  platform: PlatformName;
  name: string;
  url: string;
  hosts: string[];
  currency: string;
  previousSecretUntil: Date | null;
  createdAt: Date;
  disabledAt: Date | null;
  publicKey: string | null;
  allowedOrigins: string[];
  timeZone: string | null;
};

/** The sealed secrets of one shop, as stored. */
export type ShopSecrets = Pick<
  typeof shops.$inferSelect,
  "tenantId" | "id" | "secret" | "previousSecret" | "previousSecretUntil"
>;

const columns = {
  id: shops.id,
  platform: shops.platform,
  name: shops.name,
  url: shops.url,
  hosts: shops.hosts,
  currency: shops.currency,
  previousSecretUntil: shops.previousSecretUntil,
  createdAt: shops.createdAt,
  disabledAt: shops.disabledAt,
  publicKey: shops.publicKey,
  allowedOrigins: shops.allowedOrigins,
  timeZone: shops.timeZone,
};

/**
 * Connects a shop. `secret` is what the platform signs with (Shopify: the app's client secret); without one a new
 * Standard Webhooks secret is made. The answer is the only time that the secret is shown.
 */
export async function createShop(
  scope: Scope,
  given: {
    platform: PlatformName;
    name: string;
    url: string;
    hosts?: string[];
    currency: string;
    secret?: string;
    now: Date;
  },
): Promise<{ shop: Shop; secret: string }> {
  const id = newId("shop", given.now);
  const secret = given.secret ?? newShopSecret();
  const hosts = [...new Set([new URL(given.url).hostname, ...(given.hosts ?? [])].map((host) => host.toLowerCase()))];
  const [shop] = await scope.db
    .insert(shops)
    .values({
      tenantId: scope.tenantId,
      id,
      platform: given.platform,
      name: given.name,
      url: given.url,
      hosts,
      currency: given.currency,
      secret: encrypt(secret, secretContext(scope.tenantId, id)),
      createdAt: given.now,
      ...(given.platform === "custom"
        ? { publicKey: newPublicKey(), allowedOrigins: [new URL(given.url).origin] }
        : {}),
    })
    .returning(columns);
  if (!shop) throw new Error("the shop was not stored");
  return { shop, secret };
}

/** A secret of the Standard Webhooks scheme: 32 bytes in base64 behind `whsec_`. */
export const newShopSecret = () => `whsec_${randomBytes(32).toString("base64")}`;

/** Names a shop to its shoppers' browsers: no secret, and nothing to guess. */
export const newPublicKey = () => `pk_${randomBytes(18).toString("base64url").replace(/[-_]/g, "x")}`;

export const secretContext = (tenantId: string, shopId: string) => `shop ${tenantId} ${shopId}`;

/** Every secret that may sign now, the current one first. */
export function secretsOf(shop: ShopSecrets, now: Date): string[] {
  const open = (sealed: string) => decrypt(sealed, secretContext(shop.tenantId, shop.id));
  const overlaps = shop.previousSecret && shop.previousSecretUntil && now < shop.previousSecretUntil;
  return overlaps && shop.previousSecret ? [open(shop.secret), open(shop.previousSecret)] : [open(shop.secret)];
}

/** Puts a new secret in place; the one before holds for 24 hours more. */
export async function rotateSecret(
  scope: Scope,
  shopId: string,
  given: { secret?: string; now: Date },
): Promise<{ shop: Shop; secret: string }> {
  const [current] = await scope.db
    .select({ secret: shops.secret })
    .from(shops)
    .where(eq(shops.id, shopId))
    .for("update");
  if (!current) throw new AppError("not_found", "There is no such shop");
  const secret = given.secret ?? newShopSecret();
  const [shop] = await scope.db
    .update(shops)
    .set({
      secret: encrypt(secret, secretContext(scope.tenantId, shopId)),
      previousSecret: current.secret,
      previousSecretUntil: new Date(given.now.getTime() + overlapHours * 3_600_000),
    })
    .where(eq(shops.id, shopId))
    .returning(columns);
  if (!shop) throw new AppError("not_found", "There is no such shop");
  forgetShop(shopId);
  return { shop, secret };
}

/** Puts a new public key in place; the one before opens nothing from now on. */
export async function rotatePublicKey(scope: Scope, shopId: string): Promise<Shop> {
  await scope.db.update(shops).set({ publicKey: newPublicKey() }).where(eq(shops.id, shopId));
  return getShop(scope, shopId);
}

export function listShops(scope: Scope): Promise<Shop[]> {
  return scope.db.select(columns).from(shops).orderBy(asc(shops.id));
}

export async function getShop(scope: Scope, shopId: string): Promise<Shop> {
  const [shop] = await scope.db.select(columns).from(shops).where(eq(shops.id, shopId));
  if (!shop) throw new AppError("not_found", "There is no such shop");
  return shop;
}

/** Closes the door of a shop that took us out; one that was connected or opened again since stays open. */
export async function closeShop(scope: Scope, shopId: string, at: Date, now: Date): Promise<void> {
  const [closed] = await scope.db
    .update(shops)
    .set({ disabledAt: now })
    .where(and(eq(shops.id, shopId), isNull(shops.disabledAt), lt(shops.createdAt, at)))
    .returning({ id: shops.id });
  forgetShop(shopId);
  if (closed)
    await recordAudit(scope, {
      actor: { kind: "shop", id: shopId },
      action: "shop.uninstalled",
      subjectId: shopId,
      now,
    });
}

/** Changes what is given; `disabledAt` closes the shop's webhook door, null opens it again. */
export async function saveShop(
  scope: Scope,
  shopId: string,
  change: Partial<Pick<Shop, "name" | "url" | "hosts" | "currency" | "disabledAt" | "allowedOrigins" | "timeZone">>,
): Promise<Shop> {
  if (Object.keys(change).length > 0) await scope.db.update(shops).set(change).where(eq(shops.id, shopId));
  forgetShop(shopId);
  return getShop(scope, shopId);
}
