import { acrossTenantsHeldOut, type HeldOut } from "#db/across-tenants-experiments.ts";
import { askHoldoutAgain } from "#db/enrollment-arms.ts";
import { recordExposure } from "#db/exposures.ts";
import { withJobScope } from "#db/scope.ts";
import { graphOf } from "#db/sequences.ts";
import { decide } from "#domain/decision.ts";
import { walkedVersion } from "#domain/enrollment.ts";
import { firstMessageAt } from "#domain/experiment/first-message.ts";
import { stepDueAt } from "#domain/sequence.ts";
import { loadSnapshot } from "./load-snapshot.ts";

/** Asks held-out enrollments whether they would have been written to now. Returns how many it asked. */
export async function exposeHeldOut(now: Date, limit = 500): Promise<number> {
  const due = await acrossTenantsHeldOut(now, limit);
  for (const one of due) await askOne(one, now);
  return due.length;
}

/**
 * The same checks as before a message, with the arm left out: whoever would be sent the first message now is exposed, whoever
 * must wait is asked again then, and whoever ordered or left meanwhile never would have been.
 */
export function askOne({ tenantId, enrollmentId, experimentId }: HeldOut, now: Date): Promise<void> {
  return withJobScope(tenantId, async (scope) => {
    const at = { enrollmentId, experimentId };
    const loaded = await loadSnapshot(scope, { enrollmentId, position: 0, exceptMessageId: null }, now);
    if (!loaded?.step) return askHoldoutAgain(scope, at, null);
    const { enrollment, snapshot, step } = loaded;
    const graph = await graphOf(scope, walkedVersion(enrollment));
    const { abandonedAt } = enrollment;
    const dueAt = graph ? firstMessageAt(graph, abandonedAt) : stepDueAt(abandonedAt, step);
    const answer = decide({ ...snapshot, arm: "variant", dueAt }, now);
    if (answer.kind === "wait") return askHoldoutAgain(scope, at, answer.until);
    if (answer.kind === "send") {
      const seen = { experimentId, contactId: enrollment.contactId, enrollmentId, stepId: step.id };
      await recordExposure(scope, seen, now);
    }
    return askHoldoutAgain(scope, at, null);
  });
}
