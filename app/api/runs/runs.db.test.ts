import { createServer } from "node:http";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { asKey, asMember, createTestTenant, type TestTenant } from "#auth/testing/tenants.ts";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { POST as retry } from "./[id]/retry/route.ts";
import { DELETE as cancel, GET as getRun } from "./[id]/route.ts";
import { GET as listRuns } from "./route.ts";

let database: TestDatabase;
let one: TestTenant;
let two: TestTenant;
const asked: string[] = [];

const at = "2026-11-01T12:00:00.000Z";
const summary = (id: string) => ({
  ...{
    id,
    functionId: "run-enrollment",
    functionName: "run-enrollment",
    status: "failed",
  },
  event: id === "timer" ? "inngest/scheduled.timer" : "enrollment/started",
  ...{ createdAt: at, startedAt: at, endedAt: at, waitsFor: null, attempts: 4 },
  lastError: { name: "Error", message: "the mailer was not there" },
});
const owners: Record<string, () => string[]> = {
  mine: () => [one.tenantId],
  theirs: () => [two.tenantId],
  mixed: () => [one.tenantId, two.tenantId],
  timer: () => [],
};
const detail = (id: string) => ({
  ...summary(id),
  ...{ output: null, steps: [], outstanding: [], pauses: [] },
  events: (owners[id]?.() ?? []).map((tenantId) => ({ name: "enrollment/started", data: { tenantId } })),
});

/** Answers as the embedded runner does, for four runs. */
const runner = createServer((request, response) => {
  const path = new URL(request.url ?? "/", "http://runner").pathname;
  const id = path.split("/")[3] ?? "";
  if (request.method !== "GET") asked.push(`${request.method} ${path}`);
  const queue = { runs: { failed: 4 }, due: 0, calling: 0, parked: 0, sleeping: 2, oldestDueAgeMs: 0 };
  const answers: Record<string, unknown> = {
    "/v1/runs": { data: Object.keys(owners).map(summary), next: null },
    "/v1/queue": { data: queue },
    "/v1/functions": { data: [] },
  };
  const answer = answers[path] ?? (id in owners ? { data: detail(id) } : null);
  response.writeHead(answer ? 200 : 404, { "content-type": "application/json" });
  response.end(JSON.stringify(answer ?? { error: "no such run" }));
});

beforeAll(async () => {
  database = await createTestDatabase();
  await connectTo(database);
  await new Promise<void>((resolve) => runner.listen(0, "127.0.0.1", resolve));
  const address = runner.address();
  // Before anything else asks for the environment: it is read once.
  vi.stubEnv("INNGEST_BASE_URL", `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`);
  one = await createTestTenant("One");
});
afterAll(async () => {
  vi.unstubAllEnvs();
  runner.close();
  await closeConnections();
  await database.drop();
});

test("the only tenant sees every run, with what the queue does", async () => {
  const admin = await asMember(one, "admin");
  const ids = async (query: Record<string, string>) => {
    const answer = await admin.call(listRuns, { query });
    expect(answer).toMatchObject({ status: 200, json: { runner: "up", queue: { sleeping: 2 } } });
    return (answer.json as { data: { id: string }[] }).data.map((run) => run.id);
  };
  expect(await ids({ timers: "shown" })).toEqual(["mine", "theirs", "mixed", "timer"]);
  expect(await ids({})).toEqual(["mine", "theirs", "mixed"]);
});

test("of several tenants each sees runs that are all its own", async () => {
  two = await createTestTenant("Two");
  const admin = await asMember(one, "admin");
  expect(await admin.call(listRuns)).toMatchObject({ json: { data: [{ id: "mine" }] } });
  expect(await admin.call(getRun, { params: { id: "mine" } })).toMatchObject({ status: 200, json: { id: "mine" } });
  for (const id of ["theirs", "mixed", "timer", "none"]) {
    expect((await admin.call(getRun, { params: { id } })).status).toBe(404);
    expect((await admin.call(retry, { method: "POST", params: { id } })).status).toBe(404);
    expect((await admin.call(cancel, { method: "DELETE", params: { id } })).status).toBe(404);
  }
  expect(asked).toEqual([]);
});

test("an admin retries and cancels an own run; marketers and keys do not see any", async () => {
  const admin = await asMember(one, "admin");
  expect((await admin.call(retry, { method: "POST", params: { id: "mine" } })).status).toBe(204);
  expect((await admin.call(cancel, { method: "DELETE", params: { id: "mine" } })).status).toBe(204);
  expect(asked).toEqual(["POST /v1/runs/mine/retry", "DELETE /v1/runs/mine"]);
  expect((await (await asMember(one, "marketer")).call(listRuns)).status).toBe(403);
  expect((await (await asKey(one, ["read", "admin"])).call(listRuns)).status).toBe(403);
});
