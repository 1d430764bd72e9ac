import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createTestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo, workerSql } from "#db/connections.ts";
import { rebuildRollups } from "#db/rollup-rebuild.ts";
import { withScope } from "#db/scope.ts";
import { tellCart, tellTenant } from "#db/testing/story.ts";
import { announce } from "./events.ts";
import { foldAll, foldBeats } from "./roll-up.ts";

vi.mock("./events.ts", async (original) => ({ ...(await original<object>()), announce: vi.fn(async () => undefined) }));

const database = await createTestDatabase();
const now = new Date("2026-12-01T00:00:00Z");
const past = 0;

beforeAll(async () => {
  await connectTo(database);
  for (const name of ["one", "two"]) {
    await tellTenant(name, now);
    await rebuildRollups((work) => withScope(`ten_${name}`, work), now);
  }
  await tellTenant("new", now);
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const clicked = async (tenant: string) => {
  const [row] = await workerSql()<{ clicked: number }[]>`
    select count(*)::int as clicked from message_facts where tenant_id = ${`ten_${tenant}`} and clicked_on is not null`;
  return row?.clicked;
};
const marks = async (tenant: string) =>
  (await workerSql()`select 1 from rollup_marks where tenant_id = ${`ten_${tenant}`}`).length;

test("a run whose minute is over counts once more, for all, and asks once for sums that were never made", async () => {
  const at = new Date("2026-11-20T10:00:00Z");
  for (const tenant of ["one", "two"]) await tellCart({ tenant, key: `${tenant}-a`, at, sentAt: at, clickedAt: at });
  const told = await foldBeats(past);
  expect(told.over).toBe(true);
  expect(told.taken).toBeGreaterThan(0);
  expect([await clicked("one"), await clicked("two")]).toEqual([1, 1]);
  expect([await marks("one"), await marks("two")]).toEqual([0, 0]);
  expect(vi.mocked(announce).mock.calls).toEqual([[[expect.objectContaining({ data: { tenantId: "ten_new" } })]]]);
  expect((await foldBeats(past)).taken).toBe(0);
});

test("two that count at once count everything once", async () => {
  const at = new Date("2026-11-21T10:00:00Z");
  await tellCart({ tenant: "one", key: "one-b", at, sentAt: at, clickedAt: at });
  const waiting = await marks("one");
  const both = await Promise.all([foldAll(), foldAll()]);
  expect(both[0].taken + both[1].taken).toBe(waiting);
  expect(await clicked("one")).toBe(2);
});

test("one tenant's fault holds up no other, and is told", async () => {
  const at = new Date("2026-11-22T10:00:00Z");
  await workerSql()`insert into rollup_marks (tenant_id, kind, at) values ('ten_one', 'credit', '294276-12-31T12:00:00Z')`;
  await tellCart({ tenant: "two", key: "two-c", at, sentAt: at, clickedAt: at });
  await expect(foldAll()).rejects.toThrow();
  expect(await marks("two")).toBe(0);
  expect(await clicked("two")).toBe(2);
  await workerSql()`delete from rollup_marks where tenant_id = 'ten_one'`;
});

test("what it has no time for is left for the next beat", async () => {
  const at = new Date("2026-11-23T10:00:00Z");
  await tellCart({ tenant: "two", key: "two-d", at, sentAt: at, clickedAt: at });
  expect(await foldAll(0)).toEqual({ taken: 0, stale: [], more: true });
  expect(await marks("two")).toBeGreaterThan(0);
  expect((await foldAll()).more).toBe(false);
  expect(await marks("two")).toBe(0);
});
