import { z } from "zod";
import type { Shop } from "#db/shops.ts";
import { platformNames } from "#domain/shop-event.ts";
import { env } from "#env";
import { currencyShape } from "../tenant/shapes.ts";

const host = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/, "This is no host name such as shop.example");

const shopShape = {
  name: z.string().trim().min(1, "Give a name").max(80),
  url: z.url({ protocol: /^https?$/, error: "Give the shop's address with https://" }).max(300),
  hosts: z.array(host).max(20),
  currency: currencyShape,
};

export const secretShape = z.string().trim().min(16, "A signing secret has at least 16 characters").max(200);

export const newShop = z.strictObject({
  ...shopShape,
  hosts: shopShape.hosts.optional(),
  platform: z.enum(platformNames),
  secret: secretShape.optional(),
});

export const shopChange = z.strictObject({ ...shopShape, disabled: z.boolean() }).partial();

/** A shop with the address that its webhooks go to. */
export function shown(shop: Shop): Shop & { webhookUrl: string } {
  return { ...shop, webhookUrl: `${env().APP_URL}/api/webhooks/${shop.platform}/${shop.id}` };
}
