import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { acrossTenantsIsSole } from "#db/across-tenants-doors.ts";
import type { RunnerClient, RunSummary } from "#integrations/runner-client.ts";
import { belongsTo, configuredRunner } from "./runner.ts";

const query = z.object({
  status: z.enum(["queued", "running", "completed", "failed", "cancelled"]).optional(),
  function: z.string().max(100).optional(),
  cursor: z.string().max(200).optional(),
});

const pageSize = 25;

/** The runs of this tenant, the state of the queue, and the age of its oldest due item. */
export const GET = tenantRoute({ role: "admin", query }, async ({ actor, now, query: asked }) => {
  const runner = configuredRunner();
  if (!runner) return { runner: "elsewhere", now };
  const [runs, queue, functions] = await Promise.all([
    runner.listRuns({ ...asked, limit: pageSize }),
    runner.getQueue(),
    runner.listFunctions(),
  ]);
  if (runs.kind !== "ok" || queue.kind !== "ok") return { runner: "down", now };
  return {
    runner: "up",
    now,
    data: await ownAmong(runner, actor.tenantId, runs.value.runs),
    next: runs.value.next,
    queue: queue.value,
    functions:
      functions.kind === "ok"
        ? functions.value.filter((one) => !one.archived).map(({ id, name }) => ({ id, name }))
        : [],
  };
});

async function ownAmong(runner: RunnerClient, tenantId: string, runs: RunSummary[]): Promise<RunSummary[]> {
  if (await acrossTenantsIsSole(tenantId)) return runs;
  const details = await Promise.all(runs.map((run) => runner.getRun(run.id)));
  return runs.filter((_, index) => {
    const detail = details[index];
    return detail?.kind === "ok" && belongsTo(tenantId, detail.value);
  });
}
