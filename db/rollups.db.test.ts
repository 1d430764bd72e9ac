import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo, workerSql } from "./connections.ts";
import { settleDeltas } from "./rollup-cells.ts";
import { rebuildRollups } from "./rollup-rebuild.ts";
import { foldMarks } from "./rollups.ts";
import { type Scope, withScope } from "./scope.ts";
import { happen, happenings } from "./testing/rollup-stream.ts";
import { tellTenant } from "./testing/story.ts";

const database = await createTestDatabase();
const now = new Date("2026-12-01T00:00:00Z");

beforeAll(() => connectTo(database));
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const within = (tenant: string) => ({
  inScope: <T>(work: (scope: Scope) => Promise<T>) => withScope(`ten_${tenant}`, work),
});
const rebuild = (tenant: string) => rebuildRollups(within(tenant).inScope, now);

let made = 0;

/** An empty tenant in a time zone, whose rollups have begun. */
async function house(timeZone: string): Promise<string> {
  const name = `roll${made++}`;
  await tellTenant(name, new Date("2026-10-01T00:00:00Z"));
  await workerSql()`update tenants set time_zone = ${timeZone} where tenant_id = ${`ten_${name}`}`;
  await rebuild(name);
  return name;
}

/** All sums of a tenant by name, without the rows that hold nothing. */
async function sumsOf(tenant: string): Promise<Record<string, unknown[]>> {
  return withScope(`ten_${tenant}`, async (scope) => {
    await settleDeltas(scope, 1_000_000);
    const found: Record<string, unknown[]> = {};
    for (const table of ["cells", "days", "credits", "costs", "funnels", "survival", "cohorts"]) {
      const rows = await scope.db.execute<{ row: Record<string, unknown> }>(
        sql`select to_jsonb(t) as row from ${sql.identifier(`rollup_${table}`)} t order by to_jsonb(t)::text`,
      );
      const names = ["pair", "span", "day", "week", "bin", "a", "b", "weeks_later"];
      const holds = (row: Record<string, unknown>) =>
        Object.entries(row).some(([name, value]) => !names.includes(name) && typeof value === "number" && value !== 0);
      found[table] = [...rows].map(({ row }) => row).filter(holds);
    }
    return found;
  });
}

/** Counts in pieces as the job does, with doubled marks and with pieces that break off and are done again. */
async function count(tenant: string, most: number, breaks: boolean): Promise<void> {
  await workerSql()`
    insert into rollup_marks (tenant_id, kind, subject_id, at)
    select tenant_id, kind, subject_id, at from rollup_marks where tenant_id = ${`ten_${tenant}`} and seq % 3 = 0`;
  const crash = new Error("the machine went down");
  if (breaks) {
    await withScope(`ten_${tenant}`, async (scope) => {
      await foldMarks(scope, most);
      throw crash;
    }).catch((fault: unknown) => {
      if (fault !== crash) throw fault;
    });
  }
  await withScope(`ten_${tenant}`, (scope) => foldMarks(scope, most));
}

async function countAll(tenant: string): Promise<void> {
  for (;;) {
    const { marks, stale } = await withScope(`ten_${tenant}`, (scope) => foldMarks(scope, 50));
    expect(stale).toBe(false);
    if (marks === 0) return;
  }
}

test.each(["Europe/Berlin", "Pacific/Kiritimati", "America/St_Johns"])(
  "what is counted step by step in %s, doubled, late, out of order and broken off, is what the rows say",
  async (timeZone) => {
    let filled = 0;
    await fc.assert(
      fc.asyncProperty(
        happenings,
        fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.boolean()), { maxLength: 8 }),
        async (stream, pieces) => {
          const tenant = await house(timeZone);
          const every = Math.max(1, Math.ceil(stream.length / (pieces.length + 1)));
          for (const [index, one] of stream.entries()) {
            await happen(tenant, one);
            const piece = pieces[Math.floor(index / every)];
            if (piece && index % every === every - 1) await count(tenant, ...piece);
          }
          await countAll(tenant);
          const counted = await sumsOf(tenant);
          filled += counted.cells?.length ?? 0;
          await rebuild(tenant);
          expect(counted).toEqual(await sumsOf(tenant));
        },
      ),
      { numRuns: 6 },
    );
    expect(filled).toBeGreaterThan(50);
  },
  240_000,
);
