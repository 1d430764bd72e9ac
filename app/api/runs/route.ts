import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { acrossTenantsIsSole } from "#db/across-tenants-doors.ts";
import type { RunnerClient, RunSummary, RunsQuery } from "#integrations/runner-client.ts";
import { belongsTo, configuredRunner } from "./runner.ts";

const query = z.object({
  status: z.enum(["queued", "running", "completed", "failed", "cancelled"]).optional(),
  function: z.string().max(100).optional(),
  cursor: z.string().max(200).optional(),
  timers: z.enum(["shown", "hidden"]).default("hidden"),
});

const pageSize = 25;
const mostPages = 20;
const timer = "inngest/scheduled.timer";

/** The runs of this tenant, the state of the queue, and the age of its oldest due item. */
export const GET = tenantRoute({ role: "admin", query }, async ({ actor, now, query: { timers, ...asked } }) => {
  const runner = configuredRunner();
  if (!runner) return { runner: "elsewhere", now };
  const [runs, queue, functions] = await Promise.all([
    collect(runner, asked, timers === "shown"),
    runner.getQueue(),
    runner.listFunctions(),
  ]);
  if (!runs || queue.kind !== "ok") return { runner: "down", now };
  const known = functions.kind === "ok" ? functions.value.filter((one) => !one.archived) : [];
  return {
    runner: "up",
    now,
    data: await ownAmong(runner, actor.tenantId, runs.kept),
    next: runs.next,
    queue: queue.value,
    functions: known.map(({ id, name }) => ({ id, name })),
  };
});

/** One page. Timers fire each minute and would fill it, so that page after page is asked for until there is something. */
async function collect(
  runner: RunnerClient,
  asked: RunsQuery,
  withTimers: boolean,
): Promise<{ kept: RunSummary[]; next: string | null } | null> {
  const kept: RunSummary[] = [];
  let next = asked.cursor ?? null;
  for (let page = 0; page < mostPages; page++) {
    const answer = await runner.listRuns({ ...asked, cursor: next ?? undefined, limit: pageSize });
    if (answer.kind !== "ok") return null;
    kept.push(...answer.value.runs.filter((run) => withTimers || run.event !== timer));
    next = answer.value.next;
    if (!next || kept.length >= pageSize) break;
  }
  return { kept, next };
}

async function ownAmong(runner: RunnerClient, tenantId: string, runs: RunSummary[]): Promise<RunSummary[]> {
  if (await acrossTenantsIsSole(tenantId)) return runs;
  const details = await Promise.all(runs.map((run) => runner.getRun(run.id)));
  return runs.filter((_, index) => {
    const detail = details[index];
    return detail?.kind === "ok" && belongsTo(tenantId, detail.value);
  });
}
