import { countCarts, nextContacts } from "#db/dry-run-carts.ts";
import { type DryRun, lockDryRun, type ReplayedRow, saveDryRunPage } from "#db/dry-runs.ts";
import { loadReplayPlan } from "#db/replay-plans.ts";
import { type Scope, withJobScope } from "#db/scope.ts";
import { type Replayed, replayContact } from "#domain/sequence/dry-run.ts";
import { addContact, addRefused } from "#domain/sequence/dry-run-tally.ts";

/** Some thousand carts are loaded by few statements and walked in half a second: then others have their turn. */
const cartsPerPage = 4_000;
/** Steps and lists refer to a cart's own decisions for so long as its walk may last at most. */
const longestWalkDays = 400;

/** Walks the next page of a dry run's carts and keeps what came of it; false when there is no more to do. */
export function replayPage(tenantId: string, dryRunId: string, now: Date): Promise<boolean> {
  // A page is thousands of contacts, of the few or the millions that a tenant has.
  return withJobScope(
    tenantId,
    async (scope) => {
      const run = await lockDryRun(scope, dryRunId);
      return run?.status === "running" ? replayNext(scope, run, now) : false;
    },
    { plans: "anew" },
  );
}

async function replayNext(scope: Scope, run: DryRun, now: Date): Promise<boolean> {
  const { id, tally, cursor } = run;
  const period = { from: run.fromAt, to: run.toAt };
  const until = new Date(now.getTime() + longestWalkDays * 86_400_000);
  const loaded = await loadReplayPlan(scope, run, { since: period.from, until });
  const { source, nearHours } = loaded;
  const plan = { ...loaded.plan, rules: { ...loaded.plan.rules, paused: false } };
  const page = await nextContacts(scope, { period, cursor, limit: cartsPerPage }, source);
  const rows: ReplayedRow[] = [];
  for (const contact of page.contacts) {
    const replayed = replayContact(plan, contact);
    addContact(tally, { contact, replayed }, { zone: source.zone, nearHours });
    rows.push(...replayed.map(rowOf));
  }
  if (page.cursor === null)
    for (const { reason, carts } of (await countCarts(scope, period)).never) addRefused(tally, reason, carts);
  await saveDryRunPage(scope, { id, cursor: page.cursor, tally, rows }, now);
  return page.cursor !== null;
}

function rowOf({ cart, contactId, refusal, arm, sends, trace }: Replayed): ReplayedRow {
  const last = trace.at(-1);
  const ended = last?.kind === "stopped" ? last.reason : last?.kind === "done" ? "finished" : null;
  return {
    ...{ cartId: cart.id, contactId, abandonedAt: cart.abandonedAt, outcome: refusal ?? "entered" },
    ...{ arm: arm?.name ?? null, messages: sends.length, ended },
  };
}
