import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo, workerSql } from "./connections.ts";
import { settleOldestDay } from "./rollup-cells.ts";
import { rebuildPiece, rebuildRollups } from "./rollup-rebuild.ts";
import { beginRollups } from "./rollup-states.ts";
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

const tables = [
  ...[
    "cells",
    "days",
    "credits",
    "credit_steps",
    "costs",
    "funnels",
    "survival",
    "cohorts",
    "steps",
    "shoppers",
    "arms",
  ],
];

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
    while ((await settleOldestDay(scope)) > 0);
    const found: Record<string, unknown[]> = {};
    for (const table of tables) {
      const rows = await scope.db.execute<{ row: Record<string, unknown> }>(
        sql`select to_jsonb(t) as row from ${sql.identifier(`rollup_${table}`)} t order by to_jsonb(t)::text`,
      );
      const names = ["pair", "span", "day", "week", "bin", "a", "b", "weeks_later", "position", "band"];
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

/** Some weeks of a tenant, in two months, counted step by step. */
async function lived(): Promise<string> {
  const tenant = await house("Europe/Berlin");
  for (const one of fc.sample(happenings, { numRuns: 3, seed: 7 }).flat()) await happen(tenant, one);
  await countAll(tenant);
  return tenant;
}

test("making the sums anew goes on where it broke off, and comes to the same", async () => {
  const tenant = await lived();
  const counted = await sumsOf(tenant);
  const { inScope } = within(tenant);
  await inScope((scope) => beginRollups(scope, now));
  let transactions = 0;
  const fragile = <T>(work: (scope: Scope) => Promise<T>) =>
    inScope(async (scope) => {
      const done = await work(scope);
      // Late enough that a whole month comes through at last, and each time at another place.
      if (++transactions % 36 === 0) throw new Error("the machine went down");
      return done;
    });
  let breaks = 0;
  for (let did: string | null = ""; did !== null; )
    did = await rebuildPiece(fragile, now).catch(() => {
      breaks++;
      return "";
    });
  expect(breaks).toBeGreaterThan(1);
  expect(await sumsOf(tenant)).toEqual(counted);
});

test("two who make the sums anew at once come to the same as one", async () => {
  const tenant = await lived();
  const counted = await sumsOf(tenant);
  const { inScope } = within(tenant);
  await inScope((scope) => beginRollups(scope, now));
  const go = async () => {
    while (await rebuildPiece(inScope, now));
  };
  await Promise.all([go(), go()]);
  expect(await sumsOf(tenant)).toEqual(counted);
});

test("nothing is counted by rules that have changed until the sums are made by the new ones", async () => {
  const tenant = await house("Europe/Berlin");
  await happen(tenant, { kind: "enroll", place: 0, late: 0, amount: 5_000 });
  await happen(tenant, { kind: "order", place: 0, late: 5 * 24, amount: 5_000 });
  await countAll(tenant);
  const { inScope } = within(tenant);
  const watched = async () => (await sumsOf(tenant)).arms;
  const before = await watched();
  await workerSql()`update policies set attribution_days = 1, expiry_days = 1 where tenant_id = ${`ten_${tenant}`}`;
  expect(await inScope((scope) => foldMarks(scope, 10))).toEqual({ marks: 0, stale: true });
  while (await rebuildPiece(inScope, now));
  expect(await inScope((scope) => foldMarks(scope, 10))).toEqual({ marks: 0, stale: false });
  expect(before).toMatchObject([{ enrolled: 1, ordered: 1, revenue: 5_000 }]);
  expect(await watched()).toMatchObject([{ enrolled: 1, ordered: 0, revenue: 0 }]);
});
