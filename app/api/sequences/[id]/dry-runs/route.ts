import { z } from "zod";
import { beginDryRun } from "#app/api/dry-runs/begin-dry-run.ts";
import { created, tenantRoute } from "#auth/tenant-route.ts";
import { listDryRuns } from "#db/dry-run-views.ts";
import { readSequenceName } from "#db/sequences.ts";
import { announce } from "#inngest/events.ts";

const params = z.object({ id: z.string() });
const body = z.object({
  versionId: z.string().max(100).nullable(),
  from: z.iso.datetime(),
  to: z.iso.datetime(),
});

export const GET = tenantRoute({ scope: "read", params }, async ({ scope, params }) => {
  await readSequenceName(scope, params.id);
  return { data: await listDryRuns(scope, params.id) };
});

/** Walks the period's carts through the draft or a version in the background; the answer names the run. */
export const POST = tenantRoute(
  { role: "marketer", scope: "admin", params, body },
  async ({ scope, actor, now, params, body, afterCommit }) => {
    const period = { from: new Date(body.from), to: new Date(body.to) };
    const asked = { sequenceId: params.id, versionId: body.versionId, period };
    const id = await beginDryRun(scope, { ...asked, by: actor.kind === "member" ? actor.id : null }, now);
    const { tenantId } = scope;
    afterCommit(() => announce([{ name: "dry-run/started", data: { tenantId, dryRunId: id } }]));
    return created({ id });
  },
);
