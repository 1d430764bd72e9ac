import { afterAll, beforeAll, expect, test } from "vitest";
import type { Caller } from "#auth/testing/caller.ts";
import { asKey, asMember, asStranger } from "#auth/testing/tenants.ts";
import { createTestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo, workerSql } from "#db/connections.ts";
import { rebuildRollups } from "#db/rollup-rebuild.ts";
import { withScope } from "#db/scope.ts";
import { tellCart, tellTenant } from "#db/testing/story.ts";
import { dayIn } from "#domain/period.ts";
import { reportKinds } from "#domain/report.ts";
import * as reports from "./[report]/route.ts";
import * as rows from "./rows/route.ts";

const database = await createTestDatabase();
const one = { tenantId: "ten_alpha", name: "alpha" };
const two = { tenantId: "ten_omega", name: "omega" };
const now = new Date();
const hourAgo = new Date(now.getTime() - 3_600_000);

/** Three carts of one tenant were written to, of which two were won; a fourth is in the holdout. The other has one, in zlotys. */
beforeAll(async () => {
  await connectTo(database);
  for (const tenant of ["alpha", "omega"]) await tellTenant(tenant, hourAgo);
  const sent = { tenant: "alpha", at: hourAgo, sentAt: hourAgo };
  for (const [key, total] of [
    ["a1", 4_500],
    ["a2", 5_500],
  ] as const)
    await tellCart({ ...sent, key, clickedAt: hourAgo, order: { at: hourAgo, total, credited: true } });
  await tellCart({ ...sent, key: "a3" });
  await tellCart({ tenant: "alpha", key: "a4", at: hourAgo, holdout: true });
  const order = { at: hourAgo, total: 9_900, credited: true };
  await tellCart({
    tenant: "omega",
    key: "o1",
    at: hourAgo,
    sentAt: hourAgo,
    clickedAt: hourAgo,
    currency: "PLN",
    order,
  });
  for (const { tenantId } of [one, two]) await rebuildRollups((work) => withScope(tenantId, work), now);
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const ask = async (caller: Caller, report: string, query: Record<string, string> = {}) =>
  caller.call(reports.GET, { params: { report }, query });

test("the overview counts what happened, with credit beside and never in the difference against the holdout", async () => {
  const viewer = await asMember(one, "viewer");
  const { json } = await ask(viewer, "overview");
  expect(json).toMatchObject({
    currency: "EUR",
    currencies: ["EUR"],
    ready: true,
    report: {
      now: { counts: { enrolled: 4, holdout: 1, sent: 3, clicked: 2, orders: 2, revenue: 10_000 } },
      before: { counts: { enrolled: 0, sent: 0, revenue: 0 } },
    },
  });
  expect((await ask(viewer, "incremental")).json).toMatchObject({
    report: { variant: { enrolled: 3, ordered: 2, revenue: 10_000 }, holdout: { enrolled: 1 }, incremental: null },
  });
});

test("the days end on the tenant's today, and days before have nothing in them", async () => {
  const viewer = await asMember(one, "viewer");
  const { json } = await ask(viewer, "days", { from: "2020-01-01", to: "2020-01-31" });
  expect(json).toMatchObject({ from: "2020-01-01", to: "2020-01-31", report: { days: [], credits: [] } });
  // The day may turn while it is asked.
  const today = () => dayIn(new Date(), "Europe/Berlin");
  const before = today();
  const told = (await ask(viewer, "days")).json as { to: string };
  expect([before, today()]).toContain(told.to);
});

test.each(reportKinds)("%s is told to viewers and to keys that read, and to nobody else", async (kind) => {
  expect((await ask(await asMember(one, "viewer"), kind)).status).toBe(200);
  expect((await ask(await asKey(one, ["read"]), kind)).status).toBe(200);
  expect((await ask(await asKey(one, ["send"]), kind)).status).toBe(403);
  expect((await ask(asStranger(), kind)).status).toBe(401);
});

test.each(reportKinds)("%s of one tenant holds nothing of the other's", async (kind) => {
  const { json } = await ask(await asMember(two, "viewer"), kind, { currency: "EUR" });
  expect(json).toMatchObject({ currency: "EUR" });
  const text = JSON.stringify(json);
  for (const theirs of ["alpha", "a1", "4500", "5500", "10000"]) expect(text).not.toContain(theirs);
});

test("currencies stay apart: what was counted in one is not in the other", async () => {
  const viewer = await asMember(two, "viewer");
  const counts = async (currency: string) => (await ask(viewer, "overview", { currency })).json;
  expect(await counts("PLN")).toMatchObject({
    currency: "PLN",
    report: { now: { counts: { revenue: 9_900, orders: 1 } } },
  });
  expect(await counts("EUR")).toMatchObject({
    currency: "EUR",
    report: { now: { counts: { revenue: 0, orders: 0 } } },
  });
  expect(await counts("EUR")).toMatchObject({ currencies: ["EUR", "PLN"] });
});

test("exploring tells messages apart by two things, of those that a filter leaves", async () => {
  const viewer = await asMember(one, "viewer");
  const cellsOf = async (query: Record<string, string>) => {
    const { json } = await ask(viewer, "explore", query);
    return json as { report: { by: string[]; cells: { sent: number; orders: number; values: string[] }[] } };
  };
  const { report } = await cellsOf({ by: "step,sequence" });
  expect(report.by).toEqual(["step", "sequence"]);
  expect(report.cells).toMatchObject([{ sent: 3, orders: 2, values: ["1", "seq_alpha"] }]);
  expect((await cellsOf({ by: "sequence", step: "2" })).report.cells).toEqual([]);
  expect((await ask(viewer, "explore", { by: "step,sequence", step: "x".repeat(301) })).status).toBe(422);
});

test("a cart that never came back stands in no step of the time to an order", async () => {
  const [came] = await workerSql()`
    select sum(ordered)::int as ordered, sum(recovered)::int as recovered from rollup_survival where tenant_id = 'ten_alpha'`;
  expect(came).toEqual({ ordered: 2, recovered: 2 });
});

test("a report that there is none of is not found", async () => {
  expect((await ask(await asMember(one, "viewer"), "everything")).status).toBe(404);
});

type Told = { rows: { id: string; times: number; amount: number | null }[]; next: string | null };

/** All rows of a figure, two to a page. */
async function everyRow(caller: Caller, query: Record<string, string>): Promise<Told["rows"]> {
  const all: Told["rows"] = [];
  for (let after: string | null = ""; after !== null; ) {
    const page: { status: number; json: unknown } = await caller.call(rows.GET, {
      query: { ...query, limit: "2", ...(after ? { after } : {}) },
    });
    expect(page.status).toBe(200);
    const told = page.json as Told;
    all.push(...told.rows);
    after = told.next;
  }
  expect(new Set(all.map((row) => row.id)).size).toBe(all.length);
  return all;
}

test("the rows behind each figure of the overview make the figure", async () => {
  const viewer = await asMember(one, "viewer");
  const { json } = await ask(viewer, "overview");
  const { counts } = (json as { report: { now: { counts: Record<string, number> } } }).report.now;
  const sum = (all: Told["rows"]) => all.reduce((whole, row) => whole + (row.amount ?? 0), 0);
  for (const measure of ["sent", "delivered", "clicked", "bounced", "unsubscribed", "complained"])
    expect(await everyRow(viewer, { kind: "messages", measure, basis: "own_day" })).toHaveLength(counts[measure] ?? -1);
  expect(await everyRow(viewer, { kind: "enrollments" })).toHaveLength(counts.enrolled ?? -1);
  expect(await everyRow(viewer, { kind: "enrollments", arm: "holdout" })).toHaveLength(counts.holdout ?? -1);
  const orders = await everyRow(viewer, { kind: "orders" });
  expect([orders.length, sum(orders)]).toEqual([counts.orders, counts.revenue]);
  const arms = await everyRow(viewer, { kind: "arms" });
  expect([arms.length, sum(arms)]).toEqual([4, 10_000]);
  expect(await everyRow(viewer, { kind: "drafts" })).toEqual([]);
});

test("no row behind a figure is another tenant's, and strangers see none", async () => {
  const other = await asMember(two, "viewer");
  for (const kind of ["messages", "enrollments", "orders", "drafts", "arms"]) {
    expect(await everyRow(other, { kind, currency: "EUR" })).toEqual([]);
    expect((await asStranger().call(rows.GET, { query: { kind } })).status).toBe(401);
  }
  expect((await everyRow(other, { kind: "orders", currency: "PLN" })).map(({ amount }) => amount)).toEqual([9_900]);
});
