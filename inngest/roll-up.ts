import { acrossTenantsMarked } from "#db/across-tenants-rollups.ts";
import { currentTime } from "#db/clock.ts";
import { rebuildPiece } from "#db/rollup-rebuild.ts";
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

/** So long a step of a rebuild goes on with pieces of it; a month's sums may take longer by themselves. */
const pieceMs = 10_000;
/** Steps of one run; what is left then is gone on with by the next one. */
const mostPieces = 500;

/** Makes a tenant's rollups anew, piece by piece. Where it stands is a row: after a break it goes on from there. */
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
    for (let piece = 1; piece <= mostPieces; piece++)
      if (!(await step.run(`piece-${piece}`, () => rebuildSome(tenantId)))) return { tenantId, steps: piece };
    return { tenantId, steps: mostPieces };
  },
);

/** Some pieces of a tenant's rebuild, each in transactions of its own; false when nothing is left. */
export async function rebuildSome(tenantId: string, most = Number.POSITIVE_INFINITY): Promise<boolean> {
  const until = performance.now() + pieceMs;
  const now = await currentTime();
  for (let piece = 0; piece < most && performance.now() < until; piece++)
    if (!(await rebuildPiece((work) => withScope(tenantId, work), now))) return false;
  return true;
}

/** Counts for each tenant that has marks, and asks for what has to be made anew. Returns how many marks were taken. */
export async function foldAll(): Promise<number> {
  let taken = 0;
  const stale: string[] = [];
  for (const { tenantId, stale: isStale } of await acrossTenantsMarked()) {
    const marks = isStale ? null : await foldTenant(tenantId);
    if (marks === null) stale.push(tenantId);
    else taken += marks;
  }
  await announce(stale.map((tenantId) => ({ name: rollupsStale.name, data: { tenantId } })));
  return taken;
}

/** How many marks were taken; null where the rules have changed by which the sums were made. */
async function foldTenant(tenantId: string): Promise<number | null> {
  let taken = 0;
  for (let round = 0; round < mostRounds; round++) {
    const { marks, stale } = await withScope(tenantId, (scope) => foldMarks(scope, mostMarks));
    if (stale) return null;
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
