import { z } from "zod";
import { created, tenantRoute } from "#auth/tenant-route.ts";
import { recordAudit } from "#db/audit.ts";
import { getShop, rotateSecret } from "#db/shops.ts";
import { AppError } from "#domain/app-error.ts";
import { platforms } from "#integrations/platforms.ts";
import { secretShape, shown } from "../../shapes.ts";

const params = z.object({ id: z.string() });
const body = z.strictObject({ secret: secretShape.optional() });

/** A new signing secret; the one before opens the door for 24 hours more. Shown here and never again. */
export const POST = tenantRoute(
  { role: "admin", params, body },
  async ({ scope, actor, now, params: { id }, body: given }) => {
    const { platform } = await getShop(scope, id);
    const { title, signing } = platforms[platform].setup;
    if (signing?.by === "platform" && !given.secret)
      throw new AppError("invalid", `Paste the new ${signing.label.toLowerCase()} of ${title}`, "secret");
    const { shop, secret } = await rotateSecret(scope, id, { ...given, now });
    await recordAudit(scope, { actor, action: "shop.secret_rotated", subjectId: id, now });
    return created({ shop: shown(shop), secret });
  },
);
