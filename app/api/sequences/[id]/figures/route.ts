import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { readSequence } from "#db/sequence-views.ts";
import { readStepFigures } from "#db/step-figures.ts";

const params = z.object({ id: z.string() });

/** What became of each message of the live version; nothing while none is live. */
export const GET = tenantRoute({ params }, async ({ scope, params }) => {
  const { liveVersionId } = await readSequence(scope, params.id);
  return { versionId: liveVersionId, steps: liveVersionId ? await readStepFigures(scope, liveVersionId) : [] };
});
