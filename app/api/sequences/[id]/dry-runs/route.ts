import { z } from "zod";
import { created, tenantRoute } from "#auth/tenant-route.ts";
import { countCarts } from "#db/dry-run-carts.ts";
import { listDryRuns } from "#db/dry-run-views.ts";
import { startDryRun } from "#db/dry-runs.ts";
import { walkableGraph } from "#db/replay-plans.ts";
import { readSequenceName } from "#db/sequences.ts";
import { AppError } from "#domain/app-error.ts";
import { mostDryRunDays } from "#domain/dry-run.ts";
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
    if (period.from >= period.to) throw new AppError("invalid", "The period ends before it begins.", "to");
    if (period.to.getTime() - period.from.getTime() > mostDryRunDays * 86_400_000)
      throw new AppError("invalid", `A dry run looks at ${mostDryRunDays} days at most.`, "from");
    const { graph } = await walkableGraph(scope, params.id, body.versionId);
    if (graph.trigger.kind !== "cart_abandoned" && graph.trigger.kind !== "checkout_abandoned")
      throw new AppError("invalid", "Only sequences that begin with a cart or checkout can be run dry.", "versionId");
    const asked = { sequenceId: params.id, versionId: body.versionId, graph, period };
    const { abandoned: carts } = await countCarts(scope, period);
    const id = await startDryRun(scope, { ...asked, carts }, actor.kind === "member" ? actor.id : null, now);
    const { tenantId } = scope;
    afterCommit(() => announce([{ name: "dry-run/started", data: { tenantId, dryRunId: id } }]));
    return created({ id });
  },
);
