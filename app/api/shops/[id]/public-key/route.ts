import { z } from "zod";
import { created, tenantRoute } from "#auth/tenant-route.ts";
import { recordAudit } from "#db/audit.ts";
import { getShop, rotatePublicKey } from "#db/shops.ts";
import { AppError } from "#domain/app-error.ts";
import { shown } from "../../shapes.ts";

const params = z.object({ id: z.string() });

/** A new public key for the shop's pages; the one before opens nothing from now on. */
export const POST = tenantRoute({ role: "admin", params }, async ({ scope, actor, now, params: { id } }) => {
  const { platform } = await getShop(scope, id);
  if (platform !== "custom") throw new AppError("invalid", "The snippet is for shops of your own make");
  const shop = await rotatePublicKey(scope, id);
  await recordAudit(scope, { actor, action: "shop.public_key_rotated", subjectId: id, now });
  return created(shown(shop));
});
