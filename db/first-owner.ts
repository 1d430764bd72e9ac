import { sql } from "drizzle-orm";
import { AppError } from "#domain/app-error.ts";
import { acrossTenantsHasMembers } from "./across-tenants-doors.ts";
import { recordAudit } from "./audit.ts";
import { newId } from "./ids.ts";
import { createMember } from "./members.ts";
import { withScope } from "./scope.ts";
import { createStarterPlan } from "./starter-plan.ts";
import { createTenant } from "./tenants.ts";

const setupLock = 7_310_001;

/** Makes the first tenant with its owner, once: as soon as anybody can sign in this is a conflict. */
export async function createFirstOwner(given: {
  tenant: { name: string; currency: string; language: string; timeZone: string };
  owner: { name: string; email: string; password: string };
  now: Date;
}): Promise<{ tenantId: string; memberId: string }> {
  const { now } = given;
  return withScope(newId("tenant", now), async (scope) => {
    // Two first visitors at the same moment wait for each other here.
    await scope.db.execute(sql`select pg_advisory_xact_lock(${setupLock})`);
    if (await acrossTenantsHasMembers()) throw new AppError("conflict", "This installation has an owner already");
    await createTenant(scope, { ...given.tenant, now, brand: { replyTo: null, senderName: given.tenant.name } });
    const owner = await createMember(scope, { ...given.owner, role: "owner", now });
    await createStarterPlan(scope, { currency: given.tenant.currency, by: owner.id, now });
    await recordAudit(scope, { actor: { kind: "member", id: owner.id }, action: "tenant.created", now });
    return { tenantId: scope.tenantId, memberId: owner.id };
  });
}
