import { upgradeRequests } from "../schema/api.ts";
import type { Scope } from "../scope.ts";
import { closeUpgradeRequest, lockUpgradeRequest, saveUpgradeRequest } from "../upgrade-requests.ts";
import type { Owned } from "./foreign-owned.ts";
import type { Call } from "./foreign-reads.ts";

const upgradeOf = ({ key }: Pick<Owned, "key">) => `upg_${key}`;
const asked = (a: Pick<Owned, "key">) => ({
  ...{ keyId: a.key, askedBy: a.key, reason: `because of ${a.key}` },
  wants: { scopes: ["read" as const], oversightMode: null },
});

/** An upgrade that a key has asked for. */
export async function tellUpgrades(scope: Scope, { key }: Pick<Owned, "key">, at: Date): Promise<void> {
  const { tenantId, db } = scope;
  await db.insert(upgradeRequests).values({ tenantId, id: upgradeOf({ key }), ...asked({ key }), createdAt: at });
}

export const upgradeReads: Record<string, Call> = {
  lockUpgradeRequest: (b, a) => lockUpgradeRequest(b, upgradeOf(a)),
};

export const upgradeWrites: Record<string, Call> = {
  closeUpgradeRequest: (b, a, now) => closeUpgradeRequest(b, upgradeOf(a), now),
  saveUpgradeRequest: (b, a, now) => saveUpgradeRequest(b, asked(a), now),
};
