import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "#bin/testing/database.ts";
import { acrossTenantsStandingDryRuns } from "#db/across-tenants-dry-runs.ts";
import { closeConnections, connectTo, workerSql } from "#db/connections.ts";
import { countCarts } from "#db/dry-run-carts.ts";
import { listDryRunCarts, readDryRun } from "#db/dry-run-views.ts";
import { endDryRun, startDryRun } from "#db/dry-runs.ts";
import { walkableGraph } from "#db/replay-plans.ts";
import { withScope } from "#db/scope.ts";
import { seedDemo } from "#db/seed/demo.ts";
import { liveVersions } from "#db/sequences.ts";
import { replayPage } from "./replay-page.ts";

const database = await createTestDatabase();
const now = new Date("2026-11-20T14:30:00Z");
const from = new Date(now.getTime() - 30 * 86_400_000);
const period = { from, to: now };
let tenantId = "";
let sequenceId = "";
let versionId = "";

beforeAll(async () => {
  await connectTo(database);
  await seedDemo({ now, appUrl: "http://localhost:3000" });
  const [row] = await workerSql()<{ tenant_id: string }[]>`select tenant_id from enrollments limit 1`;
  tenantId = row?.tenant_id ?? "";
  const [live] = await withScope(tenantId, liveVersions);
  ({ sequenceId, versionId } = live ?? { sequenceId: "", versionId: "" });
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

async function started(): Promise<string> {
  return withScope(tenantId, async (scope) => {
    const { graph } = await walkableGraph(scope, sequenceId, versionId);
    const { abandoned: carts } = await countCarts(scope, period);
    return startDryRun(scope, { sequenceId, versionId, graph, period, carts }, null, now);
  });
}

async function ranThrough(): Promise<string> {
  const id = await started();
  while (await replayPage(tenantId, id, now));
  return id;
}

const read = (id: string) => withScope(tenantId, (scope) => readDryRun(scope, id));

test("a dry run that goes on is announced again by the sweep until it has ended, and not in its first minute", async () => {
  const id = await started();
  const announcedAt = (seconds: number) => acrossTenantsStandingDryRuns(new Date(now.getTime() + seconds * 1_000), 10);
  expect(await announcedAt(30)).toEqual([]);
  expect(await announcedAt(61)).toEqual([{ tenantId, id }]);
  await withScope(tenantId, (scope) => endDryRun(scope, id, "cancelled", now));
  expect(await announcedAt(61)).toEqual([]);
});

test("whoever really entered in a month enters in the dry run of the same version", { timeout: 240_000 }, async () => {
  const id = await ranThrough();
  const missed = await withScope(tenantId, (scope) =>
    scope.db.execute<{ cart: string; outcome: string | null }>(sql`
      select e.cart_id as cart, d.outcome from enrollments e
      left join dry_run_carts d on d.dry_run_id = ${id} and d.cart_id = e.cart_id
      where e.sequence_id = ${sequenceId} and e.abandoned_at >= ${from.toISOString()}
        and e.abandoned_at < ${now.toISOString()} and d.outcome is distinct from 'entered'`),
  );
  expect([...missed]).toEqual([]);
  const [real] = await withScope(tenantId, (scope) =>
    scope.db.execute<{ entered: number; held: number }>(sql`
      select count(*)::int as entered, (count(*) filter (where arm_kind = 'holdout'))::int as held from enrollments
      where sequence_id = ${sequenceId} and abandoned_at >= ${from.toISOString()} and abandoned_at < ${now.toISOString()}`),
  );
  const { tally, carts, status } = await read(id);
  expect(status).toBe("done");
  expect(tally.entered).toBeGreaterThanOrEqual(real?.entered ?? 0);
  expect(tally.held).toBeGreaterThanOrEqual(real?.held ?? 0);
  const refused = Object.values(tally.refusals).reduce((sum, one) => sum + one, 0);
  expect(tally.carts).toBe(tally.entered + refused);
  expect(tally.carts).toBeGreaterThanOrEqual(carts);
  expect(Object.keys(tally.sends).length).toBeGreaterThan(10);
  expect(Object.values(tally.ends).reduce((sum, one) => sum + one, 0)).toBe(tally.entered);
});

test("its carts are paged without one lost or told twice, and it sends nothing", async () => {
  const before = await workerSql()`select count(*)::int as n from messages`;
  const id = await ranThrough();
  expect(await workerSql()`select count(*)::int as n from messages`).toEqual(before);
  const { tally } = await read(id);
  const seen: string[] = [];
  let after: string | null = "";
  while (after !== null) {
    const page: Awaited<ReturnType<typeof listDryRunCarts>> = await withScope(tenantId, (scope) =>
      listDryRunCarts(scope, { id, outcome: "entered", limit: 70, ...(after ? { after } : {}) }),
    );
    seen.push(...page.rows.map(({ cartId }) => cartId));
    after = page.next;
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toHaveLength(tally.entered);
});

test("one that was called off counts nothing more, and a new one calls off the one before", async () => {
  const first = await started();
  const second = await started();
  expect((await read(first)).status).toBe("cancelled");
  await withScope(tenantId, (scope) => endDryRun(scope, second, "cancelled", now));
  expect(await replayPage(tenantId, second, now)).toBe(false);
  expect(await read(second)).toMatchObject({ status: "cancelled", tally: { carts: 0 } });
});
