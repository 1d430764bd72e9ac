import { setTimeout as wait } from "node:timers/promises";
import { acrossTenantsMarked } from "#db/across-tenants-rollups.ts";
import { currentTime } from "#db/clock.ts";
import { rebuildPiece } from "#db/rollup-rebuild.ts";
import { foldMarks, settleSome } from "#db/rollups.ts";
import { type Scope, withJobScope } from "#db/scope.ts";
import { inngest } from "./client.ts";
import { announce, rollupsStale } from "./events.ts";

/** Marks of a tenant that one transaction takes; 5,000 are ten seconds of 500 events. */
const mostMarks = 5_000;
/** How long figures lag behind the rows at most, beside the counting itself. */
const beatMs = 1_000;
/** A step counts beat by beat for so long: hosts let a call be, and a minute takes four. */
const stepMs = 15_000;
/** Of the clock by which the cron ticks, so that a run ends as the next minute's begins. */
const runMs = 59_000;
/** Where the clock is set back a run would not end by it. */
const mostSteps = 8;

/**
 * Each second: counts what changed. Between two changes nothing is read but the list of those with marks. Runs follow each
 * other without a gap: one that was held up is still over by its own minute's end, and the next waits for its last step; two
 * at once would harm nobody.
 */
export const rollUp = inngest.createFunction(
  { id: "roll-up", triggers: [{ cron: "* * * * *" }], retries: 2, concurrency: { limit: 1 } },
  async ({ event, step }) => {
    const until = (event.ts ?? 0) + runMs;
    let marks = 0;
    for (let round = 1; round <= mostSteps; round++) {
      const { taken, over } = await step.run(`fold-${round}`, () => foldBeats(until));
      marks += taken;
      if (over) break;
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
    if (!(await rebuildPiece((work) => bySize(tenantId, work), now))) return false;
  return true;
}

/** Counts at every beat for the length of a step, until the run is `over`; asks once in it for each tenant to be made anew. */
export async function foldBeats(until: number, mostMs = stepMs): Promise<{ taken: number; over: boolean }> {
  const end = performance.now() + mostMs;
  const asked = new Set<string>();
  let taken = 0;
  for (;;) {
    const next = performance.now() + beatMs;
    const beat = await foldAll(end);
    taken += beat.taken;
    const stale = beat.stale.filter((tenantId) => !asked.has(tenantId));
    await announce(stale.map((tenantId) => ({ name: rollupsStale.name, data: { tenantId } })));
    for (const tenantId of stale) asked.add(tenantId);
    const over = (await currentTime()).getTime() >= until;
    if (over || stopping().aborted || (beat.more ? performance.now() : next) >= end) return { taken, over };
    if (!beat.more) await rest(next - performance.now());
  }
}

/** What a beat did: how many marks it took, who has to be made anew, and whether there is `more` than it may take. */
type Beat = { taken: number; stale: string[]; more: boolean };

/** Counts for each tenant that has marks, those of the oldest first, as far as the time goes; one's fault holds up no other. */
export async function foldAll(end = Number.POSITIVE_INFINITY): Promise<Beat> {
  const beat: Beat = { taken: 0, stale: [], more: false };
  const faults: unknown[] = [];
  for (const { tenantId, stale } of await acrossTenantsMarked()) {
    if (performance.now() >= end) {
      beat.more = true;
      break;
    }
    if (stale) beat.stale.push(tenantId);
    else await foldTenant(tenantId, beat).catch((fault) => faults.push(fault));
  }
  if (faults.length > 0) throw faults[0];
  return beat;
}

/** Takes a piece of the deltas into the cells afterwards: figures are right before it, and only quicker to read after it. */
async function foldTenant(tenantId: string, beat: Beat): Promise<void> {
  const { marks, stale } = await bySize(tenantId, (scope) => foldMarks(scope, mostMarks));
  if (stale) {
    beat.stale.push(tenantId);
    return;
  }
  beat.taken += marks;
  if (marks < mostMarks) await bySize(tenantId, settleSome);
  else beat.more = true;
}

/** What is counted is a beat's few marks, a day of a shop's messages, or a tenant's whole past. */
function bySize<T>(tenantId: string, work: (scope: Scope) => Promise<T>): Promise<T> {
  return withJobScope(tenantId, work, { plans: "anew" });
}

let stops: AbortController | undefined;

/** Who is told to end does not wait for beats. Only beside others who listen: a process that nobody ends by hand ends at once. */
function stopping(): AbortSignal {
  if (!stops) {
    stops = new AbortController();
    if (process.listenerCount("SIGTERM") > 0) process.once("SIGTERM", () => stops?.abort());
  }
  return stops.signal;
}

async function rest(ms: number): Promise<void> {
  if (ms > 0) await wait(ms, undefined, { signal: stopping() }).catch(() => undefined);
}
