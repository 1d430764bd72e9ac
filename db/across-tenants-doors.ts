import type { KeyScope, Role } from "#domain/member.ts";

import { workerSql } from "./connections.ts";
import { type Credentials, openCredentials } from "./credentials.ts";
import type { ShopDoor } from "./shop-door.ts";

// Asked before a tenant is known: whose shop, key, address or message is this? And intake, which stores for many at once.

/** The shop that a webhook address names, with its sealed secrets for `secretsOf`; null when there is none. */
export async function acrossTenantsFindShop(shopId: string): Promise<ShopDoor | null> {
  return (await acrossTenantsFindShops([shopId])).get(shopId) ?? null;
}

/** The same for many addresses at once; those that name no shop are left out. */
export async function acrossTenantsFindShops(shopIds: string[]): Promise<Map<string, ShopDoor>> {
  const shops = await workerSql()<ShopDoor[]>`
    select tenant_id as "tenantId", id, platform, currency, hosts, secret_encrypted as secret,
      previous_secret_encrypted as "previousSecret", previous_secret_until as "previousSecretUntil",
      disabled_at as "disabledAt"
    from shops where id = any(${[...new Set(shopIds)]}::text[])`;
  return new Map(shops.map((shop) => [shop.id, shop]));
}

/** What was entered for a shop, for those whose webhooks are checked with it; empty when nothing was. */
export async function acrossTenantsCredentialsOf(shop: { tenantId: string; id: string }): Promise<Credentials> {
  const [row] = await workerSql()<{ sealed: string }[]>`
    select sealed from shop_credentials where tenant_id = ${shop.tenantId} and shop_id = ${shop.id}`;
  return openCredentials({ tenantId: shop.tenantId, shopId: shop.id, sealed: row?.sealed ?? null });
}

export type KeyDoor = {
  tenantId: string;
  id: string;
  name: string;
  scopes: KeyScope[];
  lastUsedAt: Date | null;
  expiresAt: Date | null;
  allowedNetworks: string[];
  perMinute: number;
};

/** The key of a token's hash unless it was revoked. */
export async function acrossTenantsFindKey(hash: string): Promise<KeyDoor | null> {
  const [key] = await workerSql()<KeyDoor[]>`
    select tenant_id as "tenantId", id, name, scopes, last_used_at as "lastUsedAt", expires_at as "expiresAt",
      allowed_networks as "allowedNetworks", per_minute as "perMinute"
    from api_keys where hash = ${hash} and revoked_at is null`;
  return key ?? null;
}

export type MemberDoor = {
  tenantId: string;
  id: string;
  email: string;
  name: string;
  role: Role;
  passwordHash: string | null;
};

/** Every membership of a normalized address, the one used last first. */
export async function acrossTenantsFindMembers(email: string): Promise<MemberDoor[]> {
  return workerSql()<MemberDoor[]>`
    select tenant_id as "tenantId", id, email, name, role, password_hash as "passwordHash"
    from members where email = ${email} and removed_at is null
    order by last_sign_in_at desc nulls last, id`;
}

/** Whether anybody can sign in at all; when not, the first visitor sets the installation up. */
export async function acrossTenantsHasMembers(): Promise<boolean> {
  const [row] = await workerSql()<{ found: boolean }[]>`
    select exists (select from members where removed_at is null) as found`;
  return row?.found ?? false;
}

/** Takes a sign-in token out of the house and says whom it lets in; null when it was used, is unknown or too old. */
export async function acrossTenantsTakeSignInToken(tokenHash: string, now: Date): Promise<MemberDoor | null> {
  const [member] = await workerSql()<MemberDoor[]>`
    with taken as (delete from sign_in_tokens where token_hash = ${tokenHash} returning tenant_id, email, expires_at)
    select m.tenant_id as "tenantId", m.id, m.email, m.name, m.role, m.password_hash as "passwordHash"
    from taken join members m on m.tenant_id = taken.tenant_id and m.email = taken.email
    where taken.expires_at > ${now} and m.removed_at is null`;
  return member ?? null;
}

/** The shop that the demo's own storefront speaks for; null where no demo was seeded. */
export async function acrossTenantsFindStorefront(): Promise<ShopDoor | null> {
  const [shop] = await workerSql()<ShopDoor[]>`
    select tenant_id as "tenantId", id, platform, currency, hosts, secret_encrypted as secret,
      previous_secret_encrypted as "previousSecret", previous_secret_until as "previousSecretUntil",
      disabled_at as "disabledAt"
    from shops where platform = 'custom' and url like '%/shop' order by created_at, id limit 1`;
  return shop ?? null;
}

/** All tenants' ids, for programs that walk them one by one. */
export async function acrossTenantsListIds(): Promise<string[]> {
  const rows = await workerSql()<{ id: string }[]>`select tenant_id as id from tenants order by tenant_id`;
  return rows.map(({ id }) => id);
}

/** Whether a tenant is the only one of the installation; what belongs to the installation is then its own. */
export async function acrossTenantsIsSole(tenantId: string): Promise<boolean> {
  const [row] = await workerSql()<{ others: boolean }[]>`
    select exists (select from tenants where tenant_id <> ${tenantId}) as others`;
  return row?.others === false;
}

export type StoredWebhook = {
  tenantId: string;
  id: string;
  sourceId: string;
  deliveryId: string;
  topic: string;
  body: Uint8Array;
  receivedAt: Date;
};

/**
 * Stores verified requests; a delivery known already is left out of the answer. Durable when it returns. The statement is
 * the same for any number of rows, so that it is prepared once; the bodies travel as one value, from which each is cut.
 */
export async function acrossTenantsStoreWebhooks(rows: StoredWebhook[]): Promise<{ tenantId: string; id: string }[]> {
  if (rows.length === 0) return [];
  let start = 1;
  const said = rows.map(({ tenantId, id, sourceId, deliveryId, topic, body, receivedAt }) => {
    const place = { start, length: body.byteLength };
    start += body.byteLength;
    return { tenantId, id, sourceId, deliveryId, topic, receivedAt, ...place };
  });
  return workerSql()<{ tenantId: string; id: string }[]>`
    insert into webhook_events (tenant_id, id, source_id, delivery_id, topic, body, received_at, outcome)
    select r."tenantId", r.id, r."sourceId", r."deliveryId", r.topic,
      substring(${Buffer.concat(rows.map((row) => row.body))}::bytea from r.start for r.length), r."receivedAt", 'pending'
    from jsonb_to_recordset(${JSON.stringify(said)}::text::jsonb) as r("tenantId" text, id text, "sourceId" text,
      "deliveryId" text, topic text, "receivedAt" timestamptz, start int, length int)
    on conflict (tenant_id, source_id, delivery_id) do nothing
    returning tenant_id as "tenantId", id`;
}

/** Whose messages a mail provider reports on, by its ids or, while those are not stored yet, by ours from its tags. */
export async function acrossTenantsFindMessages(named: {
  providerIds: string[];
  messageIds: string[];
}): Promise<{ tenantId: string; id: string }[]> {
  return workerSql()<{ tenantId: string; id: string }[]>`
    select tenant_id as "tenantId", id from messages where provider_id = any(${named.providerIds})
    union select tenant_id, id from messages where id = any(${named.messageIds})`;
}
