import { getEnrollment } from "#db/enrollments.ts";
import { withScope } from "#db/scope.ts";
import { stepsOf } from "#db/sequences.ts";

/** The step ids of the version that an enrollment entered on, in order; none when it is closed or gone. */
export function loadSteps(tenantId: string, enrollmentId: string): Promise<string[]> {
  return withScope(tenantId, async (scope) => {
    const enrollment = await getEnrollment(scope, enrollmentId);
    if (!enrollment || enrollment.closedAt) return [];
    return (await stepsOf(scope, enrollment.versionId)).map((step) => step.id);
  });
}
