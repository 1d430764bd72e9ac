import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { recordAudit } from "#db/audit.ts";
import { moveRuns, readMove } from "#db/sequence-migration.ts";
import { readSequenceName } from "#db/sequences.ts";

const params = z.object({ id: z.string() });

/** Which of the people inside could go on with the live version. */
export const GET = tenantRoute({ scope: "read", params }, async ({ scope, params }) => {
  await readSequenceName(scope, params.id);
  return { move: await readMove(scope, params.id) };
});

/** Moves them: by themselves they finish on the version that they entered on. */
export const POST = tenantRoute({ role: "marketer", scope: "admin", params }, async ({ scope, actor, now, params }) => {
  await readSequenceName(scope, params.id);
  const move = await moveRuns(scope, params.id);
  const change = { version: move.number, moved: move.movable, stay: move.refused };
  await recordAudit(scope, { actor, action: "sequence.runs_moved", subjectId: params.id, change, now });
  return { move };
});
