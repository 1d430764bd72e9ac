import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { recordAudit } from "#db/audit.ts";
import { getShop, saveShop } from "#db/shops.ts";
import { shopChange, shown } from "../shapes.ts";

const params = z.object({ id: z.string() });

export const GET = tenantRoute({ scope: "read", params }, async ({ scope, params: { id } }) =>
  shown(await getShop(scope, id)),
);

/** `disabled` closes the webhook door. The host of the address is always among the hosts that links may lead to. */
export const PATCH = tenantRoute(
  { role: "admin", scope: "admin", params, body: shopChange },
  async ({ scope, actor, now, params: { id }, body: { disabled, ...change } }) => {
    const before = await getShop(scope, id);
    const hosts = [...new Set([new URL(change.url ?? before.url).hostname, ...(change.hosts ?? before.hosts)])];
    const disabledAt = disabled === undefined ? before.disabledAt : disabled ? (before.disabledAt ?? now) : null;
    const shop = await saveShop(scope, id, { ...change, hosts, disabledAt });
    await recordAudit(scope, {
      actor,
      action: disabled === undefined ? "shop.changed" : disabled ? "shop.disabled" : "shop.enabled",
      subjectId: id,
      change,
      now,
    });
    return shown(shop);
  },
);
