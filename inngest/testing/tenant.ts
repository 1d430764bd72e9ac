import { openExperiment } from "#db/experiments.ts";
import { newId } from "#db/ids.ts";
import { incentives } from "#db/schema/sequences.ts";
import { withScope } from "#db/scope.ts";
import { createSequence, publishVersion } from "#db/sequences.ts";
import { createShop } from "#db/shops.ts";
import { createTenant, type Policy } from "#db/tenants.ts";
import { defaultPlan } from "#domain/experiment.ts";
import { classicLadder } from "#domain/sequence.ts";

export type TestTenant = { tenantId: string; shopId: string; secret: string; sequenceId: string };

/** A tenant with one custom shop, the classic ladder published and, unless said otherwise, no holdout. */
export async function createLadderTenant(
  now: Date,
  given: { policy?: Partial<Policy>; holdoutShare?: number } = {},
): Promise<TestTenant> {
  const tenantId = newId("tenant", now);
  return withScope(tenantId, async (scope) => {
    const brand = { senderAddress: "hello@shop.example", postalAddress: "1 Quay Street, Bergen" };
    await createTenant(scope, {
      name: "Shop",
      currency: "EUR",
      language: "en",
      timeZone: "Europe/Oslo",
      now,
      // No spot check holds a draft by chance where nobody asked for one.
      policy: { samplePercent: 0, ...given.policy },
      brand,
    });
    const { shop, secret } = await createShop(scope, {
      platform: "custom",
      name: "Shop",
      url: "https://shop.example",
      currency: "EUR",
      now,
    });
    const offer = (kind: "percent" | "free_shipping", percent: number | null, code: string) => ({
      ...{ tenantId, id: newId("incentive", now), name: code, kind, percent, code, validHours: 48, createdAt: now },
    });
    const [shipping, ten] = [offer("free_shipping", null, "SHIPFREE"), offer("percent", 10, "BACK10")];
    await scope.db.insert(incentives).values([shipping, ten]);
    const steps = classicLadder({ freeShippingId: shipping.id, percentId: ten.id });
    const sequenceId = await createSequence(scope, { name: "Classic ladder", steps }, null, now);
    await publishVersion(scope, sequenceId, null, now);
    const held = given.holdoutShare ?? 0;
    const arms = [
      { name: "holdout", kind: "holdout" as const, share: held, change: null },
      { name: "sequence", kind: "variant" as const, share: 100 - held, change: null },
    ];
    const said = { sequenceId, name: "Holdout", arms, plan: defaultPlan("EUR"), endsAt: null };
    await openExperiment(scope, said, { kind: "policy" }, now);
    return { tenantId, shopId: shop.id, secret, sequenceId };
  });
}
