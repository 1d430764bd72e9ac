import { acrossTenantsMarked } from "#db/across-tenants-rollups.ts";
import { currentTime } from "#db/clock.ts";
import { rebuildRollups } from "#db/rollup-rebuild.ts";
import { foldMarks, settleSome } from "#db/rollups.ts";
import { withScope } from "#db/scope.ts";
import { inngest } from "./client.ts";
import { announce, rollupsStale } from "./events.ts";

/** Marks of a tenant that one transaction takes; 5,000 are ten seconds of 500 events. */
const mostMarks = 5_000;
const mostRounds = 4;
/** How long the figures may lag behind the rows, about; and how long a run goes on before the next minute's takes over. */
const beat = "2s";
const beats = 27;

/** Every other second: counts what changed. Between two changes nothing is read but the list of those with marks. */
export const rollUp = inngest.createFunction(
  { id: "roll-up", triggers: [{ cron: "* * * * *" }], retries: 2, singleton: { mode: "skip" } },
  async ({ step }) => {
    let marks = 0;
    for (let round = 1; round <= beats; round++) {
      marks += await step.run(`fold-${round}`, () => foldAll());
      if (round < beats) await step.sleep(`rest-${round}`, beat);
    }
    return { marks };
  },
);

/** Makes a tenant's rollups anew; the one thing that is allowed to take minutes. */
export const rebuildTenantRollups = inngest.createFunction(
  {
    id: "rebuild-rollups",
    triggers: [rollupsStale],
    retries: 3,
    concurrency: { limit: 1 },
    singleton: { key: "event.data.tenantId", mode: "skip" },
  },
  async ({ event, step }) => {
    const { tenantId } = event.data;
    await step.run("rebuild", async () => {
      await rebuildRollups((work) => withScope(tenantId, work), await currentTime());
    });
    return { tenantId };
  },
);

/** Counts for each tenant that has marks, and asks for what has to be made anew. Returns how many marks were taken. */
export async function foldAll(): Promise<number> {
  let taken = 0;
  const stale: string[] = [];
  for (const { tenantId, stale: isStale } of await acrossTenantsMarked()) {
    if (isStale) stale.push(tenantId);
    else taken += await foldTenant(tenantId);
  }
  await announce(stale.map((tenantId) => ({ name: rollupsStale.name, data: { tenantId } })));
  return taken;
}

async function foldTenant(tenantId: string): Promise<number> {
  let taken = 0;
  for (let round = 0; round < mostRounds; round++) {
    const { marks } = await withScope(tenantId, (scope) => foldMarks(scope, mostMarks));
    taken += marks;
    if (marks < mostMarks) break;
  }
  await settleFor(tenantId);
  return taken;
}

/** After the counting, for about a second: figures are right before it, and only quicker to read after it. */
async function settleFor(tenantId: string): Promise<void> {
  const until = performance.now() + 1_000;
  while (performance.now() < until) if ((await withScope(tenantId, settleSome)) === 0) return;
}
