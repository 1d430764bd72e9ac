import { createHash, randomBytes } from "node:crypto";
import { and, asc, eq, isNull, lt, or } from "drizzle-orm";
import { AppError } from "#domain/app-error.ts";
import { type KeyMode, type KeyScope, mayHoldTogether } from "#domain/member.ts";
import { newId } from "./ids.ts";
import { apiKeys } from "./schema/tenants.ts";
import type { Scope } from "./scope.ts";

export type ApiKey = Omit<typeof apiKeys.$inferSelect, "tenantId" | "hash">;

const columns = {
  id: apiKeys.id,
  name: apiKeys.name,
  prefix: apiKeys.prefix,
  scopes: apiKeys.scopes,
  createdBy: apiKeys.createdBy,
  createdAt: apiKeys.createdAt,
  lastUsedAt: apiKeys.lastUsedAt,
  expiresAt: apiKeys.expiresAt,
  allowedNetworks: apiKeys.allowedNetworks,
  perMinute: apiKeys.perMinute,
  revokedAt: apiKeys.revokedAt,
};

export type NewKey = {
  name: string;
  scopes: KeyScope[];
  createdBy: string | null;
  mode: KeyMode;
  now: Date;
  expiresAt?: Date | null;
  allowedNetworks?: string[];
  perMinute?: number;
};

/** Makes a key; `token` is shown once and only its hash is kept. `mode` names itself in the token. */
export async function createKey(scope: Scope, given: NewKey): Promise<{ key: ApiKey; token: string }> {
  if (!mayHoldTogether(given.scopes))
    throw new AppError("invalid", "One key cannot both send and oversee what is sent", "scopes");
  const token = `cb_${given.mode}_${randomBytes(24).toString("base64url")}`;
  const [key] = await scope.db
    .insert(apiKeys)
    .values({
      tenantId: scope.tenantId,
      id: newId("key", given.now),
      name: given.name,
      prefix: token.slice(0, 14),
      hash: hashToken(token),
      scopes: [...new Set(given.scopes)],
      createdBy: given.createdBy,
      createdAt: given.now,
      expiresAt: given.expiresAt ?? null,
      allowedNetworks: given.allowedNetworks ?? [],
      ...(given.perMinute === undefined ? {} : { perMinute: given.perMinute }),
    })
    .returning(columns);
  if (!key) throw new Error("the key was not stored");
  return { key, token };
}

/** Tokens are long and random, so one round of SHA-256 is enough and a key is found by its hash. */
export const hashToken = (token: string) => createHash("sha256").update(token).digest("hex");

export function listKeys(scope: Scope): Promise<ApiKey[]> {
  return scope.db.select(columns).from(apiKeys).orderBy(asc(apiKeys.id));
}

/** One key, revoked or not, or null when this tenant has none of that id. */
export async function findKey(scope: Scope, keyId: string): Promise<ApiKey | null> {
  const [key] = await scope.db
    .select(columns)
    .from(apiKeys)
    .where(and(eq(apiKeys.tenantId, scope.tenantId), eq(apiKeys.id, keyId)));
  return key ?? null;
}

/** Ends a key with the next request that brings it. Revoking twice changes nothing. */
export async function revokeKey(scope: Scope, keyId: string, now: Date): Promise<ApiKey> {
  await scope.db
    .update(apiKeys)
    .set({ revokedAt: now })
    .where(and(eq(apiKeys.id, keyId), isNull(apiKeys.revokedAt)));
  const [key] = await scope.db.select(columns).from(apiKeys).where(eq(apiKeys.id, keyId));
  if (!key) throw new AppError("not_found", "There is no such key");
  return key;
}

/** Gives a key that is not revoked further scopes; `not_found` where there is none, `invalid` for what none may hold together. */
export async function widenKey(scope: Scope, keyId: string, more: KeyScope[]): Promise<ApiKey> {
  const key = await findKey(scope, keyId);
  if (!key || key.revokedAt) throw new AppError("not_found", "There is no such key");
  const scopes = [...new Set([...key.scopes, ...more])];
  if (!mayHoldTogether(scopes))
    throw new AppError("invalid", "One key cannot both send and oversee what is sent", "scopes");
  await scope.db
    .update(apiKeys)
    .set({ scopes })
    .where(and(eq(apiKeys.tenantId, scope.tenantId), eq(apiKeys.id, keyId)));
  return { ...key, scopes };
}

/** Notes the use of a key, at most once a minute. */
export async function recordKeyUse(scope: Scope, keyId: string, now: Date): Promise<void> {
  const minuteAgo = new Date(now.getTime() - 60_000);
  await scope.db
    .update(apiKeys)
    .set({ lastUsedAt: now })
    .where(and(eq(apiKeys.id, keyId), or(isNull(apiKeys.lastUsedAt), lt(apiKeys.lastUsedAt, minuteAgo))));
}
