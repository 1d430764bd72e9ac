import { getEnrollment } from "#db/enrollments.ts";
import { withJobScope } from "#db/scope.ts";
import { graphOf, stepsOf } from "#db/sequences.ts";
import { walkedVersion } from "#domain/enrollment.ts";

/**
 * The step ids of the version that an enrollment walks, in order; none when it is closed or gone. A version with a
 * graph has no order of its own: its way is walked turn by turn.
 */
export function loadSteps(tenantId: string, enrollmentId: string): Promise<string[] | "graph"> {
  return withJobScope(tenantId, async (scope) => {
    const enrollment = await getEnrollment(scope, enrollmentId);
    if (!enrollment || enrollment.closedAt) return [];
    if (await graphOf(scope, walkedVersion(enrollment))) return "graph";
    return (await stepsOf(scope, walkedVersion(enrollment))).map((step) => step.id);
  });
}
