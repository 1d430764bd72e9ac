import { z } from "zod";
import type { Actor } from "#auth/actor.ts";
import { tenantRoute } from "#auth/tenant-route.ts";
import { recordAudit } from "#db/audit.ts";
import { findMember, removeMember, saveRole } from "#db/members.ts";
import type { Scope } from "#db/scope.ts";
import { AppError } from "#domain/app-error.ts";
import { mayManage, type Role, roles } from "#domain/member.ts";

const params = z.object({ id: z.string() });
const body = z.strictObject({ role: z.enum(roles) });

export const PATCH = tenantRoute(
  { role: "admin", params, body },
  async ({ scope, actor, now, params: { id }, body: { role } }) => {
    const from = await refuseUnlessManaged(scope, actor, { id, given: role });
    const member = await saveRole(scope, id, role);
    await recordAudit(scope, { actor, action: "member.role_changed", subjectId: id, change: { from, to: role }, now });
    return member;
  },
);

/** The member's sessions end with their next request. */
export const DELETE = tenantRoute({ role: "admin", params }, async ({ scope, actor, now, params: { id } }) => {
  await refuseUnlessManaged(scope, actor, { id });
  await removeMember(scope, id, now);
  await recordAudit(scope, { actor, action: "member.removed", subjectId: id, now });
});

async function refuseUnlessManaged(scope: Scope, actor: Actor, about: { id: string; given?: Role }): Promise<Role> {
  const member = await findMember(scope, about.id);
  if (!member) throw new AppError("not_found", "There is no such member");
  if (actor.kind !== "member" || !mayManage(actor.role, { held: member.role, given: about.given }))
    throw new AppError("forbidden", "Only an owner decides about owners");
  return member.role;
}
