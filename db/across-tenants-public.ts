import { workerSql } from "./connections.ts";
import { iso } from "./instants.ts";
import type { ShopDoor } from "./shop-door.ts";

// The doors that anybody may knock at with a shop's public key.

export type PublicDoor = Pick<ShopDoor, "tenantId" | "id" | "platform" | "currency" | "disabledAt"> & {
  publicKey: string;
  url: string;
  allowedOrigins: string[];
};

/** The shops that public keys name, by key. */
export async function acrossTenantsFindPublicDoors(keys: string[]): Promise<Map<string, PublicDoor>> {
  const shops = await workerSql()<PublicDoor[]>`
    select tenant_id as "tenantId", id, platform, currency, url, disabled_at as "disabledAt",
      public_key as "publicKey", allowed_origins as "allowedOrigins"
    from shops where public_key = any(${[...new Set(keys)]}::text[])`;
  return new Map(shops.map((shop) => [shop.publicKey, shop]));
}

export type BrowserWebhook = {
  tenantId: string;
  id: string;
  sourceId: string;
  deliveryId: string;
  topic: string;
  body: Uint8Array;
  receivedAt: Date;
};

/** Stores what browsers reported; returns the ids of what was not known yet. Durable when it returns. */
export async function acrossTenantsStoreBrowserEvents(rows: BrowserWebhook[]): Promise<Set<string>> {
  if (rows.length === 0) return new Set();
  const sql = workerSql();
  const values = rows.map((row) => ({
    ...{ tenant_id: row.tenantId, id: row.id, source_id: row.sourceId, delivery_id: row.deliveryId, topic: row.topic },
    ...{ origin: "browser", body: Buffer.from(row.body), received_at: iso(row.receivedAt), outcome: "pending" },
  }));
  const stored = await sql<{ id: string }[]>`
    insert into webhook_events ${sql(values)} on conflict (tenant_id, source_id, delivery_id) do nothing returning id`;
  return new Set(stored.map((row) => row.id));
}
