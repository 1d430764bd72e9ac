import type { PlatformName } from "#domain/shop-event.ts";

/** A shop as its webhooks and links meet it, before a tenant is known; its secrets are sealed. */
export type ShopDoor = {
  tenantId: string;
  id: string;
  platform: PlatformName;
  currency: string;
  hosts: string[];
  secret: string;
  previousSecret: string | null;
  previousSecretUntil: Date | null;
  disabledAt: Date | null;
};
