import { acrossTenantsFindShop } from "#db/across-tenants-doors.ts";
import { acrossTenantsStoreWebhooks, type StoredWebhook } from "#db/across-tenants-jobs.ts";
import { currentTime } from "#db/clock.ts";
import { newId } from "#db/ids.ts";
import { secretsOf } from "#db/shops.ts";
import { platforms } from "#integrations/platforms.ts";
import { errorAnswer, tellRunner } from "./answers.ts";
import { readBody } from "./read-body.ts";
import { together } from "./together.ts";

const mebibyte = 1_048_576;

/** Says of each row whether it was new. */
const storeTogether = together(
  async (rows: StoredWebhook[]) => {
    const fresh = new Set((await acrossTenantsStoreWebhooks(rows)).map((one) => one.id));
    return rows.map((row) => fresh.has(row.id));
  },
  { most: 500, atOnce: 2 },
);

/**
 * Verifies the signature over the raw bytes, stores, answers; no thinking. 401 leaves no row, a delivery known already
 * is answered 200 and has no second effect. Knows nothing of Next, so that any server can mount it.
 */
export async function receiveShopWebhook(request: Request, platform: string, shopId: string): Promise<Response> {
  const body = await readBody(request, mebibyte);
  if (!body) return errorAnswer(413, "too_large", "A webhook may have one mebibyte.");
  const shop = await acrossTenantsFindShop(shopId);
  if (!shop || shop.platform !== platform) return errorAnswer(404, "not_found", "There is no such shop.");
  if (shop.disabledAt) return errorAnswer(410, "disabled", "This shop is disconnected.");
  const door = platforms[shop.platform];
  if (door.acknowledge?.({ headers: request.headers, body })) return Response.json({ ok: true });
  const receivedAt = await currentTime();
  // Signatures carry real time, also where the demo's clock runs ahead.
  const verified = door.verify({
    headers: request.headers,
    body,
    secrets: secretsOf(shop, receivedAt),
    now: new Date(),
  });
  if (verified.kind === "refused") return errorAnswer(401, verified.reason, "The signature does not hold.");
  const { tenantId } = shop;
  const { deliveryId, topic } = verified;
  const row = {
    tenantId,
    id: newId("webhookEvent", receivedAt),
    sourceId: shop.id,
    deliveryId,
    topic,
    body,
    receivedAt,
  };
  const isNew = await storeTogether(row);
  if (isNew) await tellRunner([row]);
  return Response.json({ ok: true, duplicate: !isNew });
}
