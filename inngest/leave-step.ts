import { getEnrollment } from "#db/enrollments.ts";
import { type Scope, withJobScope } from "#db/scope.ts";
import { graphOf } from "#db/sequences.ts";
import { lockPlace, moveOn } from "#db/walks.ts";
import { walkedVersion } from "#domain/enrollment.ts";
import { arrivedAt, type Place, startOf } from "#domain/sequence/walk.ts";
import type { WalkedKind } from "#domain/sequence/walked.ts";
import type { GraphStep } from "#domain/sequence-graph.ts";

export type Standing = { step: GraphStep; place: Place; contactId: string; cartId: string; sequenceId: string };

/** The step at which an enrollment stands, locked, when it is the one that is asked for; null when it has gone on. */
export async function standingAt(scope: Scope, enrollmentId: string, stepId: string): Promise<Standing | null> {
  const enrollment = await getEnrollment(scope, enrollmentId);
  const graph = enrollment && (await graphOf(scope, walkedVersion(enrollment)));
  if (!graph || enrollment.closedAt) return null;
  const place = await lockPlace(scope, enrollmentId, startOf(graph, enrollment.abandonedAt));
  const step = graph.steps.find((one) => one.id === stepId);
  if (!step || place.stepId !== stepId) return null;
  const { contactId, cartId, sequenceId } = enrollment;
  return { step, place, contactId, cartId, sequenceId };
}

/** Goes on behind a step that is done and keeps what came of it; asked again it does nothing. */
export function leaveStep(
  at: { tenantId: string; enrollmentId: string; stepId: string },
  done: { kind: WalkedKind; outcome: string | null },
  now: Date,
): Promise<void> {
  const { tenantId, enrollmentId, stepId } = at;
  return withJobScope(tenantId, async (scope) => {
    const standing = await standingAt(scope, enrollmentId, stepId);
    if (!standing || !("next" in standing.step)) return;
    const { step, place } = standing;
    const onward = arrivedAt({ ...place, stepId: step.next, passed: place.passed + 1 }, now);
    await moveOn(scope, enrollmentId, { place: onward, walked: [{ stepId, ...done }] }, now);
  });
}
