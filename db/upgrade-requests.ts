import { and, eq, isNull } from "drizzle-orm";
import type { Upgrade } from "#domain/upgrade.ts";
import { newId } from "./ids.ts";
import { upgradeRequests } from "./schema/api.ts";
import type { Scope } from "./scope.ts";

export type UpgradeRequest = Omit<typeof upgradeRequests.$inferSelect, "tenantId">;

/** Keeps what a person is asked to allow. Returns its id. */
export async function saveUpgradeRequest(
  scope: Scope,
  asked: { keyId: string; askedBy: string; wants: Upgrade; reason: string },
  now: Date,
): Promise<string> {
  const id = newId("upgrade", now);
  await scope.db.insert(upgradeRequests).values({ tenantId: scope.tenantId, id, ...asked, createdAt: now });
  return id;
}

/** One request, held until the transaction ends; null when this tenant has none of that id. */
export async function lockUpgradeRequest(scope: Scope, id: string): Promise<UpgradeRequest | null> {
  const [row] = await scope.db
    .select()
    .from(upgradeRequests)
    .where(and(eq(upgradeRequests.tenantId, scope.tenantId), eq(upgradeRequests.id, id)))
    .for("update");
  if (!row) return null;
  const { tenantId: _, ...request } = row;
  return request;
}

export async function closeUpgradeRequest(scope: Scope, id: string, now: Date): Promise<void> {
  await scope.db
    .update(upgradeRequests)
    .set({ appliedAt: now })
    .where(
      and(eq(upgradeRequests.tenantId, scope.tenantId), eq(upgradeRequests.id, id), isNull(upgradeRequests.appliedAt)),
    );
}
