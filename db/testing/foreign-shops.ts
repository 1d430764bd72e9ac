import { eq } from "drizzle-orm";
import { encrypt } from "../encryption.ts";
import { coupons, products, stockLevels, variants } from "../schema/catalogue.ts";
import { batchAnswers, rateBuckets } from "../schema/public-doors.ts";
import { reconciliations, shopCredentials, signatureFailures } from "../schema/shop-health.ts";
import { complianceRequests, shops, webhookEvents } from "../schema/shops.ts";
import type { Scope } from "../scope.ts";

type Told = { address: string; compliance: string; failed: string; shop: string; decision: string; incentive: string };

/** What a tenant's shop sells, how its intake does, and what its API is asked with. */
export async function tellShop({ db, tenantId }: Scope, owned: Told, name: string, at: Date): Promise<void> {
  const { shop: shopId, decision: decisionId, incentive: incentiveId } = owned;
  const secret = encrypt(`secret of ${name}`, `shop ${tenantId} ${shopId}`);
  await db.update(shops).set({ secret }).where(eq(shops.tenantId, tenantId));
  const times = { sourceUpdatedAt: at, createdAt: at };
  const product = { tenantId, id: `prd_${name}`, shopId, externalId: `kettle-${name}`, title: `Kettle of ${name}` };
  await db.insert(products).values({ ...product, ...times });
  const variant = { tenantId, productId: product.id, externalId: `red-${name}`, sku: `SKU-${name}`, currency: "EUR" };
  await db.insert(variants).values({ ...variant, inventoryItemId: `inv-${name}`, stock: 3, sourceUpdatedAt: at });
  const level = { tenantId, shopId, subject: `item:inv-${name}`, locationId: `cellar of ${name}` };
  await db.insert(stockLevels).values({ ...level, stock: 2, sourceUpdatedAt: at });
  const coupon = { tenantId, decisionId, shopId, incentiveId, code: `MINTED-${name}`, status: "pending" as const };
  await db.insert(coupons).values({ ...coupon, createdAt: at });
  const minted = { decisionId: `${decisionId.slice(0, -1)}2`, code: `READY-${name}`, status: "minted" as const };
  await db.insert(coupons).values({ ...coupon, ...minted, createdAt: at });
  const sealed = encrypt(JSON.stringify({ token: `token of ${name}` }), `credentials ${tenantId} ${shopId}`);
  await db.insert(shopCredentials).values({ tenantId, shopId, sealed, names: [`token ${name}`], savedAt: at });
  const run = { tenantId, shopId, cursor: `cursor ${name}`, nextRunAt: at, outcome: `outcome ${name}` };
  await db.insert(reconciliations).values({ ...run, hooksMissing: [`topic of ${name}`] });
  const key = { publicKey: `pk_${name}`, allowedOrigins: [`https://${name}.example`] };
  await db.update(shops).set(key).where(eq(shops.tenantId, tenantId));
  const bucket = { tenantId, name: `network:${name}`, tokens: 1, perSecond: 1, granted: 1, at };
  await db.insert(rateBuckets).values(bucket);
  const batch = { tenantId, shopId, key: `batch ${name}`, bodyHash: `hash ${name}`, answer: `answer ${name}` };
  await db.insert(batchAnswers).values({ ...batch, begunAt: at });
  const failure = { tenantId, shopId, minute: at, reason: `bad signature of ${name}`, count: 1, lastAt: at };
  await db.insert(signatureFailures).values(failure);
  const body = Buffer.from(`{"from":"${name}","again":"${owned.address}"}`);
  const letter = { tenantId, id: owned.failed, sourceId: shopId, deliveryId: `failed ${name}`, body, receivedAt: at };
  await db.insert(webhookEvents).values({ ...letter, topic: `topic of ${name}`, outcome: "failed", origin: "test" });
  const demand = { tenantId, id: owned.compliance, shopId, webhookEventId: owned.failed, receivedAt: at };
  const exportJson = `{"for":"${owned.address}"}`;
  await db.insert(complianceRequests).values({ ...demand, request: "data_request", exportJson });
}
