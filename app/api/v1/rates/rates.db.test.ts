import { afterAll, beforeAll, expect, test } from "vitest";
import type { Caller } from "#auth/testing/caller.ts";
import { asKey, asMember } from "#auth/testing/tenants.ts";
import { createTestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { readFigures } from "#db/overview-figures.ts";
import { rebuildRollups } from "#db/rollup-rebuild.ts";
import { withScope } from "#db/scope.ts";
import { tellCart, tellTenant } from "#db/testing/story.ts";
import { answerApi } from "../answer-api.ts";

const database = await createTestDatabase();
const one = { tenantId: "ten_alpha", name: "alpha" };
const at = new Date("2026-03-04T10:00:00Z");

beforeAll(async () => {
  await connectTo(database);
  await tellTenant("alpha", at);
  const cart = { tenant: "alpha", at, sentAt: at, clickedAt: at };
  for (const [key, currency, total] of [
    ["euro", "EUR", 10_000],
    ["zloty", "PLN", 40_000],
    ["yen", "JPY", 9_000],
  ] as const)
    await tellCart({ ...cart, key, currency, order: { at, total, credited: true } });
  await rebuildRollups((work) => withScope(one.tenantId, work), at);
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const path = "/v1/exchange-rates";
const put = (by: Caller, body: object) => by.call(answerApi, { method: "PUT", path, body });
const takeAway = (by: Caller, { currency, day }: { currency: string; day: string }) =>
  by.call(answerApi, { method: "DELETE", path: `${path}/${currency}/${day}` });

const reported = async () => {
  const span = { from: "2026-03-01", to: "2026-03-31" };
  return (await withScope(one.tenantId, (scope) => readFigures(scope, { span, currency: "EUR" }))).reported;
};

test("without a reporting currency nothing is told in one, and no rate is taken", async () => {
  const admin = await asMember(one, "admin");
  expect(await reported()).toBeNull();
  const rate = { currency: "PLN", day: "2026-03-01", rate: 0.25 };
  expect((await put(admin, rate)).status).toBe(422);
  expect((await takeAway(admin, rate)).status).toBe(404);
  expect((await admin.call(answerApi, { path })).json).toEqual({ reportingCurrency: null, data: [] });
});

test("the overview converts by the stored rates, says their day, and names what has none", async () => {
  const admin = await asMember(one, "admin");
  const chosen = { method: "PATCH" as const, path: "/v1/account", body: { reportingCurrency: "EUR" } };
  expect((await admin.call(answerApi, chosen)).json).toMatchObject({ reportingCurrency: "EUR" });
  const rate = { currency: "PLN", day: "2026-03-01", rate: 0.25 };
  expect((await put(admin, rate)).json).toEqual({ ...rate, reportingCurrency: "EUR" });
  expect(await reported()).toEqual({
    ...{ currency: "EUR", own: 10_000, amount: 20_000 },
    converted: [{ currency: "PLN", amount: 40_000, as: 10_000, rates: [{ day: "2026-03-01", rate: 0.25 }] }],
    missing: [{ currency: "JPY", amount: 9_000 }],
  });
  expect((await admin.call(answerApi, { path })).json).toEqual({
    reportingCurrency: "EUR",
    data: [{ ...rate, reportingCurrency: "EUR" }],
  });
});

test("a rate that is taken away counts no more, and a second taking finds none", async () => {
  const admin = await asMember(one, "admin");
  const named = { currency: "PLN", day: "2026-03-01" };
  expect((await takeAway(admin, named)).status).toBe(204);
  expect(await reported()).toMatchObject({ amount: 10_000, converted: [] });
  expect((await takeAway(admin, named)).status).toBe(404);
});

test.each([
  [{ currency: "EUR", day: "2026-03-01", rate: 1 }, "currency"],
  [{ currency: "XQQ", day: "2026-03-01", rate: 1 }, "currency"],
  [{ currency: "PLN", day: "2026-02-30", rate: 1 }, "day"],
  [{ currency: "PLN", day: "2126-03-01", rate: 1 }, "day"],
  [{ currency: "PLN", day: "2026-03-01", rate: 0 }, "rate"],
  [{ currency: "PLN", day: "2026-03-01", rate: -4 }, "rate"],
])("%j is refused at %s", async (body, field) => {
  const { status, json } = await put(await asMember(one, "admin"), body);
  expect(status).toBe(422);
  expect(json).toMatchObject({ error: { field } });
});

test("said again for the same day, the newest word counts, and stands once", async () => {
  const admin = await asMember(one, "admin");
  const named = { currency: "SEK", day: "2026-03-01" };
  for (const rate of [0.09, 0.088]) expect((await put(admin, { ...named, rate })).status).toBe(200);
  expect((await admin.call(answerApi, { path })).json).toMatchObject({ data: [{ ...named, rate: 0.088 }] });
  expect((await takeAway(admin, named)).status).toBe(204);
});

test("only admins enter rates", async () => {
  const body = { currency: "PLN", day: "2026-03-01", rate: 1 };
  expect((await put(await asMember(one, "marketer"), body)).status).toBe(403);
  expect((await put(await asKey(one, ["read", "send"]), body)).status).toBe(403);
  expect((await put(await asKey(one, ["admin"]), body)).status).toBe(200);
});
