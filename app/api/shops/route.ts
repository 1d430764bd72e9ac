import { created, tenantRoute } from "#auth/tenant-route.ts";
import { recordAudit } from "#db/audit.ts";
import { createShop, listShops } from "#db/shops.ts";
import { AppError } from "#domain/app-error.ts";
import { platforms } from "#integrations/platforms.ts";
import { newShop, shown } from "./shapes.ts";

export const GET = tenantRoute({ scope: "read" }, async ({ scope }) => ({
  data: (await listShops(scope)).map(shown),
}));

/** The answer is the only time that a secret made here is shown. */
export const POST = tenantRoute(
  { role: "admin", scope: "admin", body: newShop },
  async ({ scope, actor, now, body }) => {
    const { title, signing } = platforms[body.platform].setup;
    if (signing?.by === "platform" && !signing.afterAddress && !body.secret)
      throw new AppError(
        "invalid",
        `${title} signs with its own ${signing.label.toLowerCase()}: paste it here`,
        "secret",
      );
    const { shop, secret } = await createShop(scope, { ...body, now });
    const { platform, url } = shop;
    await recordAudit(scope, { actor, action: "shop.created", subjectId: shop.id, change: { platform, url }, now });
    return created({ shop: shown(shop), secret });
  },
);
