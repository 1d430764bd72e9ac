import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "#bin/testing/database.ts";
import { findCarts } from "./api-cart-views.ts";
import { readCartClock } from "./cart-clock-views.ts";
import { listCarts, readCart } from "./cart-views.ts";
import { closeConnections, connectTo, workerSql } from "./connections.ts";
import { withScope } from "./scope.ts";
import { tellCart, tellTenant } from "./testing/story.ts";
import { readTimeline } from "./timeline-views.ts";

const now = new Date("2026-03-10T12:00:00Z");
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const database = await createTestDatabase();

beforeAll(async () => {
  await connectTo(database);
  await tellTenant("one", now);
  await tellTenant("two", now);
  const order = { at: hoursAgo(1), total: 4500, credited: true };
  await tellCart({ tenant: "one", key: "won", at: hoursAgo(9), sentAt: hoursAgo(7), clickedAt: hoursAgo(2), order });
  await tellCart({ tenant: "one", key: "organic", at: hoursAgo(8), order: { ...order, credited: false } });
  await tellCart({ tenant: "one", key: "held", at: hoursAgo(5), held: "gated" });
  await tellCart({ tenant: "one", key: "control", at: hoursAgo(4), holdout: true });
  await tellCart({ tenant: "two", key: "foreign", at: hoursAgo(3) });
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const inOne = <T>(work: Parameters<typeof withScope<T>>[1]) => withScope("ten_one", work);

test("lists carts by newest activity, a page at a time, of this tenant only", async () => {
  const first = await inOne((scope) => listCarts(scope, { limit: 3 }));
  expect(first.rows.map((row) => row.id)).toEqual(["cart_control", "cart_held", "cart_organic"]);
  const second = await inOne((scope) => listCarts(scope, { limit: 3, after: first.next ?? "" }));
  expect(second).toMatchObject({ rows: [{ id: "cart_won", state: "recovered", sent: 1 }], next: null });
});

test("filters by state and finds by address without reading wildcards", async () => {
  const ordered = await inOne((scope) => listCarts(scope, { state: "ordered" }));
  expect(ordered.rows.map((row) => row.id)).toEqual(["cart_organic"]);
  expect((await inOne((scope) => listCarts(scope, { search: "WON@" }))).rows).toHaveLength(1);
  expect((await inOne((scope) => listCarts(scope, { search: "%" }))).rows).toEqual([]);
});

test("shows which carts went into a newer one, in lists, on both pages and to the API", async () => {
  await workerSql()`update carts set merged_into = 'cart_held', contact_id = (select contact_id from carts where id = 'cart_held')
    where id = 'cart_control'`;
  const merged = await inOne((scope) => listCarts(scope, { state: "merged" }));
  expect(merged.rows).toMatchObject([{ id: "cart_control", state: "merged", mergedInto: "cart_held" }]);
  const older = await inOne((scope) => readCart(scope, "cart_control"));
  expect(older).toMatchObject({ state: "merged", mergedInto: { id: "cart_held" }, mergedFrom: [] });
  const newer = await inOne((scope) => readCart(scope, "cart_held"));
  expect(newer).toMatchObject({ mergedInto: null, mergedFrom: [{ id: "cart_control" }] });
  const { data } = await inOne((scope) => findCarts(scope, { externalId: older.externalId }));
  expect(data).toMatchObject([{ id: "cart_control", state: "merged" }]);
  await workerSql()`update carts set merged_into = null where id = 'cart_control'`;
});

test("shows where a cart stands in the sequence that speaks to it, not in one that gave way", async () => {
  const gaveWay = { id: "enr_zz", sequence_id: "seq_other", close_reason: "superseded", closed_at: hoursAgo(4) };
  await workerSql()`insert into enrollments select (jsonb_populate_record(e, ${JSON.stringify(gaveWay)}::text::jsonb)).*
    from enrollments e where e.cart_id = 'cart_held'`;
  const shown = async () => {
    const { rows } = await inOne((scope) => listCarts(scope, { search: "held@" }));
    return rows.filter(({ id }) => id === "cart_held");
  };
  expect(await shown()).toMatchObject([{ heldForReview: true, nextDueAt: expect.any(String) }]);
  await workerSql()`update enrollments set closed_at = ${hoursAgo(3)}, close_reason = 'finished'
    where cart_id = 'cart_held' and id <> 'enr_zz'`;
  expect(await shown()).toMatchObject([{ closeReason: "finished" }]);
  await workerSql()`delete from enrollments where id = 'enr_zz'`;
  await workerSql()`update enrollments set closed_at = null, close_reason = null where cart_id = 'cart_held'`;
});

test("refuses a page that does not exist", async () => {
  await expect(inOne((scope) => listCarts(scope, { after: "nonsense" }))).rejects.toMatchObject({ code: "invalid" });
});

test("shows one cart with its contact, and no cart of another tenant", async () => {
  expect(await inOne((scope) => readCart(scope, "cart_won"))).toMatchObject({
    state: "recovered",
    shop: { platform: "custom" },
    contact: { address: "won@example.com", orders: 1, suppressed: null },
  });
  await expect(inOne((scope) => readCart(scope, "cart_foreign"))).rejects.toMatchObject({ code: "not_found" });
  await expect(inOne((scope) => readCartClock(scope, "cart_foreign", now))).rejects.toMatchObject({
    code: "not_found",
  });
  expect(await inOne((scope) => readTimeline(scope, "cart_foreign"))).toEqual([]);
});

test("tells a cart's whole way in order", async () => {
  const entries = await inOne((scope) => readTimeline(scope, "cart_won"));
  expect(entries.map((entry) => entry.kind)).toEqual([
    ...["cart_started", "cart_abandoned", "enrolled", "decision", "draft", "message", "click"],
    ...["order", "closed", "conversion"],
  ]);
  expect(entries.at(-1)).toMatchObject({ credited: true, amount: 4500, at: "2026-03-10T11:00:00.000Z" });
});

test.each([
  ["cart_won", { kind: "nothing", reason: "ordered" }],
  ["cart_control", { kind: "nothing", reason: "holdout" }],
  ["cart_held", { kind: "review", draftId: "drf_held", at: "2026-03-10T08:00:00.000Z" }],
])("the clock of %s says what is next", async (id, next) => {
  expect((await inOne((scope) => readCartClock(scope, id, now))).next).toEqual(next);
});
