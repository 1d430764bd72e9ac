import { AppError } from "#domain/app-error.ts";
import type { Person } from "#domain/draft-queue.ts";
import { includesRole } from "#domain/member.ts";
import { decisionOf } from "./draft-comments.ts";
import { findMember } from "./members.ts";
import { draftAssignments } from "./schema/queue.ts";
import type { Scope } from "./scope.ts";

/** Gives a draft to a member who may review it, or to nobody. The last word counts. */
export async function assignDraft(
  scope: Scope,
  given: { draftId: string; memberId: string | null; byId: string },
  now: Date,
): Promise<Person | null> {
  const { memberId, byId } = given;
  const member = memberId === null ? null : await findMember(scope, memberId);
  if (memberId !== null && !member) throw new AppError("not_found", "There is no such member");
  if (member && !includesRole(member.role, "marketer"))
    throw new AppError("invalid", `${member.name} may read drafts but not review them`, "memberId");
  const decisionId = await decisionOf(scope, given.draftId);
  const taken = { memberId, byId, at: now };
  await scope.db
    .insert(draftAssignments)
    .values({ tenantId: scope.tenantId, decisionId, ...taken })
    .onConflictDoUpdate({ target: [draftAssignments.tenantId, draftAssignments.decisionId], set: taken });
  return member && { id: member.id, name: member.name };
}
