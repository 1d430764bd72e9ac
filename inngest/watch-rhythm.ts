import { withJobScope } from "#db/scope.ts";
import { getReconciliation, type Reconciliation, readRhythm, saveReconciliation } from "#db/shop-health.ts";
import { silenceOf } from "#domain/shop-health.ts";
import { PlatformFault } from "#integrations/platforms.ts";
import { reach } from "./connection.ts";

const hourMs = 3_600_000;
const dailyMs = 24 * hourMs;
const whileSilentMs = 6 * hourMs;

/** Flags a shop that is quieter than its rhythm explains, and switches its hooks on again where its API allows. */
export async function watchRhythm(tenantId: string, shopId: string, now: Date): Promise<{ silent: boolean }> {
  // Weeks of a shop's requests are counted by the hour.
  const { reached, silent, before } = await withJobScope(
    tenantId,
    async (scope) => {
      const { perHour, lastEventAt } = await readRhythm(scope, shopId, now);
      const hoursSinceLast = lastEventAt && (now.getTime() - lastEventAt.getTime()) / hourMs;
      const { silent } = silenceOf({ perHour, hoursSinceLast });
      const before = await getReconciliation(scope, shopId);
      const silentSince = silent ? (before?.silentSince ?? lastEventAt) : null;
      await saveReconciliation(scope, shopId, { silentSince }, now);
      return { reached: await reach(scope, shopId, (platform) => platform.registerHooks), silent, before };
    },
    { plans: "anew" },
  );
  const { shop, ability: registerHooks, connection } = reached;
  if (!registerHooks || !connection || shop.disabledAt || !isDue(before, silent, now)) return { silent };
  const tried = await registerHooks(connection).then(
    ({ registered, missing }) => ({ hooksOutcome: "ok", hooksRegistered: registered, hooksMissing: missing }),
    (fault: unknown) => {
      if (fault instanceof PlatformFault) return { hooksOutcome: fault.reason };
      throw fault;
    },
  );
  await withJobScope(tenantId, (scope) => saveReconciliation(scope, shopId, { ...tried, hooksTriedAt: now }, now));
  return { silent };
}

/** Once a day, and more often while the shop is silent; at once when the last try had no answer. */
function isDue(before: Reconciliation | null, silent: boolean, now: Date): boolean {
  if (!before?.hooksTriedAt || before.hooksOutcome !== "ok") return true;
  return now.getTime() - before.hooksTriedAt.getTime() >= (silent ? whileSilentMs : dailyMs);
}
