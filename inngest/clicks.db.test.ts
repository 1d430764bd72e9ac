import { asc } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { requestSeen } from "#app/r/request-seen.ts";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import { acrossTenantsDueCredits, acrossTenantsForgetNetworks } from "#db/across-tenants-attribution.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { getMessage } from "#db/messages.ts";
import { touchpoints, touchpointTallies, touchpointVerdicts } from "#db/schema/attribution.ts";
import { judgeDelivery, recordTouch } from "#db/touchpoints.ts";
import { keptActs } from "#domain/touchpoint.ts";
import { linkRequest } from "./testing/clicking.ts";
import {
  contactIn,
  creditAfter,
  creditsOf,
  hours,
  inOne,
  now,
  openTenant,
  settle,
  tellMessage,
} from "./testing/credits.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await connectTo(database);
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

type Asked = { at?: Date; from?: string; headers?: Record<string, string>; method?: string };

/** A tenant with one mail of long ago, whose link is asked for as a request from an address would. */
async function openMail() {
  const tenantId = await openTenant();
  const messageId = await inOne(tenantId, async (scope) => tellMessage(scope, await contactIn(scope), 0));
  /** Requests in one transaction, one after the other: they wait for each other anyhow. */
  const askEach = (all: Asked[]) =>
    inOne(tenantId, async (scope) => {
      const message = await getMessage(scope, messageId);
      if (!message) throw new Error("the message was not stored");
      for (const { at = now, from = "203.0.113.7", headers, method } of all) {
        const request = linkRequest("x", { "x-forwarded-for": from, ...headers }, method);
        await recordTouch(scope, message, requestSeen(request, tenantId, at), at);
      }
    });
  const ask = (given: Asked = {}) => askEach([given]);
  const acts = () => inOne(tenantId, ({ db }) => db.select().from(touchpoints).orderBy(asc(touchpoints.clickId)));
  return { tenantId, ask, askEach, acts };
}
const after = (seconds: number) => new Date(now.getTime() + seconds * 1_000);

test("a scanner that asks for all links at once is a machine from its first request on, also in parallel", async () => {
  const { tenantId, ask, acts } = await openMail();
  await Promise.all(Array.from({ length: 6 }, () => ask()));
  expect((await acts()).map(({ by, machineReason }) => [by, machineReason])).toEqual(
    Array(6).fill(["machine", "burst"]),
  );
  const verdicts = await inOne(tenantId, ({ db }) => db.select().from(touchpointVerdicts));
  expect(verdicts).toHaveLength(3);
  await ask({ at: after(3_600), from: "198.51.100.9" });
  expect((await acts()).at(-1)).toMatchObject({ by: "person", machineReason: null });
});

test("a device that clicks 10,000 times leaves a bounded number of rows, and the rest is counted", async () => {
  const { tenantId, askEach, acts } = await openMail();
  await askEach(Array.from({ length: 10_000 }, (_, index) => ({ at: after(index * 2) })));
  expect((await acts()).length).toBeLessThanOrEqual(2 * keptActs);
  const tallies = await inOne(tenantId, ({ db }) => db.select().from(touchpointTallies));
  expect(tallies.reduce((sum, { seen }) => sum + seen, 0)).toBe(10_000);
  expect(tallies.find(({ by }) => by === "machine")?.seen).toBeGreaterThan(9_900);
});

test("a delivery that is told of late makes machines of what came with it, and the order's credit follows", async () => {
  const { tenantId, contactId } = await creditAfter({ total: 1_000 }, [{ message: 0, at: hours(-2) }]);
  expect((await creditsOf(tenantId)).every(({ amount }) => amount === 1_000)).toBe(true);
  await inOne(tenantId, async (scope) => {
    const message = await getMessage(scope, `msg_${contactId}_0`);
    if (message) await judgeDelivery(scope, message, new Date(hours(-2).getTime() - 1_000), now);
  });
  await settle(tenantId);
  for (const credit of await creditsOf(tenantId)) expect(credit).toMatchObject({ reason: "machine_only", amount: 0 });
  expect((await acrossTenantsDueCredits(10)).filter((due) => due.tenantId === tenantId)).toEqual([]);
});

test("HEAD makes a machine of what its network asked for just before, and leaves the person at home alone", async () => {
  const { ask, acts } = await openMail();
  await ask({ from: "203.0.113.7" });
  await ask({ from: "198.51.100.9", at: after(1) });
  await ask({ from: "203.0.113.99", at: after(2), method: "HEAD" });
  expect((await acts()).map(({ machineReason }) => machineReason)).toEqual(["beside_machine", null, "head_request"]);
});

test("of an address no more than a keyed hash of its prefix is stored, and that for some minutes only", async () => {
  const { ask, acts } = await openMail();
  await ask({ from: "203.0.113.7" });
  await ask({ from: "203.0.113.200", at: after(60) });
  await ask({ from: "2001:db8:1:2::7", at: after(120) });
  const [one, near, six] = await acts();
  expect(one?.network).toMatch(/^[\w-]{22}$/);
  expect(near?.network).toBe(one?.network);
  expect(six?.network).not.toBe(one?.network);
  expect(JSON.stringify(await acts())).not.toMatch(/203\.0\.113|2001:db8/);
  await acrossTenantsForgetNetworks(after(600), 1_000);
  expect((await acts()).map(({ network }) => network)).toEqual([null, null, null]);
});

test("the same network is another in another tenant and on another day", () => {
  const seen = (tenantId: string, at: Date) =>
    requestSeen(linkRequest("x", { "x-forwarded-for": "203.0.113.7" }), tenantId, at);
  const networks = [seen("ten_a", now), seen("ten_b", now), seen("ten_a", hours(24))].map(({ network }) => network);
  expect(new Set(networks).size).toBe(3);
});
