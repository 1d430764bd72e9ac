import { z } from "zod";
import type { Shop } from "#db/shops.ts";
import { platformNames } from "#domain/shop-event.ts";
import { env } from "#env";
import { currencyShape, tenantShape } from "../tenant/shapes.ts";

const host = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/, "This is no host name such as shop.example");

/** Kept exactly as browsers name it: scheme, host and port, in small letters and nothing else. */
const origin = z
  .string()
  .trim()
  .max(300)
  .transform((text, context) => {
    const url = /^https?:\/\/[^\s/?#@*]+\/?$/i.test(text) && URL.canParse(text) ? new URL(text) : null;
    if (url) return url.origin;
    context.addIssue({ code: "custom", message: "Give each origin as https://shop.example, without a path" });
    return z.NEVER;
  });

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

export const shopChange = z
  .strictObject({
    ...{ ...shopShape, disabled: z.boolean(), timeZone: tenantShape.timeZone.nullable() },
    allowedOrigins: z
      .array(origin)
      .max(20)
      .transform((all) => [...new Set(all)]),
  })
  .partial();

/** A shop with the address that its webhooks go to, and where its pages load the snippet from. */
export function shown(shop: Shop): Shop & { webhookUrl: string; snippetUrl: string | null } {
  const { APP_URL } = env();
  const snippetUrl = shop.publicKey && `${APP_URL}/${shop.publicKey}/comeback.js`;
  return { ...shop, webhookUrl: `${APP_URL}/api/webhooks/${shop.platform}/${shop.id}`, snippetUrl };
}
