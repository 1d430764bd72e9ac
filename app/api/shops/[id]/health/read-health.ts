import { credentialNames } from "#db/credentials.ts";
import type { Scope } from "#db/scope.ts";
import {
  countOutcomes,
  getReconciliation,
  latestTest,
  listSignatureFailures,
  type Reconciliation,
  readRhythm,
} from "#db/shop-health.ts";
import { getShop } from "#db/shops.ts";
import { rhythmDays, type ShopHealth, silenceOf } from "#domain/shop-health.ts";
import { platforms } from "#integrations/platforms.ts";

/** How one shop's intake does. */
export async function readHealth(scope: Scope, shopId: string, now: Date): Promise<ShopHealth> {
  const shop = await getShop(scope, shopId);
  const platform = platforms[shop.platform];
  const { perHour, lastEventAt } = await readRhythm(scope, shopId, now);
  const stored = await getReconciliation(scope, shopId);
  const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0);
  const hoursSinceLast = lastEventAt && (now.getTime() - lastEventAt.getTime()) / 3_600_000;
  return {
    shopId,
    platform: shop.platform,
    disabledAt: isoOf(shop.disabledAt),
    lastEventAt: isoOf(lastEventAt),
    lastTest: await latestTest(scope, shopId),
    rate: {
      lastHour: perHour[0] ?? 0,
      lastDay: sum(perHour.slice(0, 24)),
      usualPerHour: sum(perHour) / rhythmDays / 24,
    },
    outcomes: await countOutcomes(scope, shopId, now),
    silence: { ...silenceOf({ perHour, hoursSinceLast }), since: isoOf(stored?.silentSince) },
    reconciliation: {
      supported: platform.reconcile !== undefined,
      configured: (await credentialNames(scope, shopId)).length > 0,
      ...reconciliationOf(stored),
    },
    hooks: { supported: platform.registerHooks !== undefined, ...hooksOf(stored) },
    signatureFailures: await listSignatureFailures(scope, shopId),
  };
}

function reconciliationOf(stored: Reconciliation | null) {
  return {
    lastRunAt: isoOf(stored?.lastRunAt),
    nextRunAt: isoOf(stored?.nextRunAt),
    outcome: stored?.outcome ?? null,
    drift: stored?.drift ?? 0,
    lastDrift: stored?.lastDrift ?? 0,
    lastDriftAt: isoOf(stored?.lastDriftAt),
  };
}

function hooksOf(stored: Reconciliation | null) {
  return {
    triedAt: isoOf(stored?.hooksTriedAt),
    outcome: stored?.hooksOutcome ?? null,
    registered: stored?.hooksRegistered ?? [],
    missing: stored?.hooksMissing ?? [],
  };
}

const isoOf = (at: Date | null | undefined) => at?.toISOString() ?? null;
