import { afterAll, beforeAll, expect, test } from "vitest";
import { asMember } from "#auth/testing/tenants.ts";
import { createTestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { listReportReaders } from "#db/report-mails.ts";
import { withScope } from "#db/scope.ts";
import { tellTenant } from "#db/testing/story.ts";
import { PATCH } from "./route.ts";

const database = await createTestDatabase();
const one = { tenantId: "ten_alpha", name: "alpha" };

beforeAll(async () => {
  await connectTo(database);
  await tellTenant("alpha", new Date("2026-03-04T10:00:00Z"));
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const readers = async () =>
  (await withScope(one.tenantId, listReportReaders)).map(({ email, rhythm }) => [email.split("@")[0], rhythm]);

test("a report is mailed to whoever asked for it, as often as they said, until they turn it off", async () => {
  const viewer = await asMember(one, "viewer");
  await asMember(one, "admin");
  expect(await readers()).toEqual([]);
  expect((await viewer.call(PATCH, { method: "PATCH", body: { report: "weekly" } })).status).toBe(204);
  expect(await readers()).toEqual([[expect.any(String), "weekly"]]);
  await viewer.call(PATCH, { method: "PATCH", body: { report: "off" } });
  expect(await readers()).toEqual([]);
});

test("a rhythm that there is none of is refused", async () => {
  const { status, json } = await (await asMember(one, "viewer")).call(PATCH, {
    method: "PATCH",
    body: { report: "daily" },
  });
  expect(status).toBe(422);
  expect(json).toMatchObject({ error: { field: "report" } });
});
