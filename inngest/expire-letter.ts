import { recordAudit } from "#db/audit.ts";
import { changeLetter, lockLetter, recordLetterReview } from "#db/letters.ts";
import { withJobScope } from "#db/scope.ts";
import { getPolicy } from "#db/tenants.ts";
import { atLetterDeadline } from "#domain/letter.ts";

const policy = { kind: "policy" as const, id: "policy" };

/**
 * Ends the wait of a letter that nobody looked at in time, as the tenant's policy says: it is dropped, or waits on with the
 * reason beside it. Repeated, or when somebody decided a moment earlier, it changes nothing.
 */
export async function expireLetter(
  { tenantId, letterId }: { tenantId: string; letterId: string },
  now: Date,
): Promise<"kept" | "dropped" | "decided"> {
  return withJobScope(tenantId, async (scope) => {
    const letter = await lockLetter(scope, letterId);
    const isOverdue = letter.status === "pending_approval" && letter.reviewDueAt !== null && letter.reviewDueAt <= now;
    if (!isOverdue) return "decided";
    const { deadlineAction } = await getPolicy(scope);
    const fate = atLetterDeadline(deadlineAction);
    const reason = fate === "kept" ? "review_overdue" : "review_expired";
    const act = { letterId, act: "expired" as const, by: policy, viaKeyId: null, reason, wordsHash: letter.wordsHash };
    await recordLetterReview(scope, act, now);
    await recordAudit(scope, {
      actor: { kind: "policy" },
      action: "letter.expired",
      subjectId: letterId,
      change: { fate },
      now,
    });
    const ended = fate === "dropped" ? { status: "stopped" as const } : {};
    await changeLetter(scope, letterId, { reviewDueAt: null, reason, ...ended });
    return fate;
  });
}
