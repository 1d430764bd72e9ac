import { recordExposure } from "#db/exposures.ts";
import type { Scope } from "#db/scope.ts";
import { graphOf } from "#db/sequences.ts";
import { walkedVersion } from "#domain/enrollment.ts";
import { isExposedAt } from "#domain/experiment/apply-arms.ts";
import type { Loaded } from "./load-snapshot.ts";

/** Notes in which experiments a contact meets, at the message it has come to, what is tried there; whatever its arm. */
export async function expose(scope: Scope, { arms, enrollment, step }: Loaded, now: Date): Promise<void> {
  if (arms.length === 0 || !step) return;
  const graph = await graphOf(scope, walkedVersion(enrollment));
  for (const { experimentId, all } of arms) {
    if (!isExposedAt(all, step.id, graph)) continue;
    const seen = { experimentId, contactId: enrollment.contactId, enrollmentId: enrollment.id, stepId: step.id };
    await recordExposure(scope, seen, now);
  }
}
