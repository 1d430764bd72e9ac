import type { PlatformName } from "#domain/shop-event.ts";

type Instant = Date | string;

/** A connected shop with the address that its webhooks go to, and that of the snippet for its pages. */
export type ShopView = {
  id: string;
  platform: PlatformName;
  name: string;
  url: string;
  hosts: string[];
  currency: string;
  previousSecretUntil: Instant | null;
  createdAt: Instant;
  disabledAt: Instant | null;
  webhookUrl: string;
  publicKey: string | null;
  allowedOrigins: string[];
  snippetUrl: string | null;
  timeZone: string | null;
};
