import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import { acrossTenantsMarkSent, acrossTenantsStanding } from "#db/across-tenants-jobs.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { saveOrder } from "#db/orders.ts";
import { withScope } from "#db/scope.ts";
import { platforms } from "#integrations/platforms.ts";
import { errorBody, type ResendSink, startResendSink } from "#integrations/testing/resend-sink.ts";
import { deliverMessages } from "./deliver-messages.ts";
import { type Queued, queueFirstMessages, statusByAddress } from "./testing/queue.ts";
import { createLadderTenant, type TestTenant } from "./testing/tenant.ts";
import { orderPlaced } from "./testing/webhooks.ts";

vi.mock("#db/across-tenants-jobs.ts", async (importOriginal) => {
  const real = await importOriginal<typeof import("#db/across-tenants-jobs.ts")>();
  return { ...real, acrossTenantsMarkSent: vi.fn(real.acrossTenantsMarkSent) };
});

const start = new Date("2026-03-02T10:00:00Z");
const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000);

let database: TestDatabase;
let sink: ResendSink;
let tenant: TestTenant;
beforeAll(async () => {
  database = await createTestDatabase();
  await connectTo(database);
  sink = await startResendSink();
  const outside = { MAILER: "resend", RESEND_API_KEY: "re_key", RESEND_BASE_URL: sink.url };
  for (const [name, value] of Object.entries(outside)) vi.stubEnv(name, value);
  vi.stubEnv("RESEND_REQUESTS_PER_SECOND", "1000");
});
afterAll(async () => {
  await sink?.close();
  await closeConnections();
  await database?.drop();
});
beforeEach(async () => {
  tenant = await createLadderTenant(start);
});
afterEach(() => {
  sink.faults = [];
  sink.mails.length = 0;
  sink.requests.length = 0;
});

const queueThree = () => queueFirstMessages(tenant, ["a@example.com", "b@example.com", "c@example.com"], start);
const addresses = () => sink.mails.map((mail) => mail.to).sort();
const onceEach = (queued: Queued[]) => queued.map((one) => one.email).sort();
const all = (queued: Queued[], status: string) => Object.fromEntries(queued.map((one) => [one.email, status]));
const dieBeforeMarking = () => vi.mocked(acrossTenantsMarkSent).mockRejectedValueOnce(new Error("killed"));

test("mails each message once when the same run repeats after a crash hid the answer", async () => {
  const queued = await queueThree();
  dieBeforeMarking();
  await expect(deliverMessages(queued, "run1", start)).rejects.toThrow("killed");
  expect(sink.mails).toHaveLength(3);
  await deliverMessages(queued, "run1", after(1));
  expect(addresses()).toEqual(onceEach(queued));
  expect(await statusByAddress(tenant)).toEqual(all(queued, "sent"));
});

test("mails each message once when the sweep finds a dead run's batch by one of its messages, beside a new one", async () => {
  const queued = await queueThree();
  dieBeforeMarking();
  await expect(deliverMessages(queued, "run1", start)).rejects.toThrow("killed");
  const [added] = await queueFirstMessages(tenant, ["d@example.com"], after(6));
  const standing = (await acrossTenantsStanding(after(6), 500)).messages;
  expect(standing.map((one) => one.id).sort()).toEqual(queued.map((one) => one.id).sort());
  await deliverMessages(
    [queued[1], added].flatMap((one) => one ?? []),
    "run2",
    after(6),
  );
  expect(addresses()).toEqual([...onceEach(queued), "d@example.com"]);
  expect(await statusByAddress(tenant)).toEqual({ ...all(queued, "sent"), "d@example.com": "sent" });
});

test("leaves a batch alone that another run is just handing over", async () => {
  const queued = await queueThree();
  dieBeforeMarking();
  await expect(deliverMessages(queued, "run1", start)).rejects.toThrow("killed");
  await deliverMessages(queued, "run2", after(2));
  expect(sink.requests).toHaveLength(1);
});

test("puts a batch off as it is when its answer was lost, and mails each message once", async () => {
  const queued = await queueThree();
  sink.faults = [{ kind: "drop", taken: true }];
  const later = await deliverMessages(queued, "run1", start);
  expect(later.map((one) => one.ts)).toEqual(queued.map(() => after(1).getTime()));
  expect((await acrossTenantsStanding(after(0.5), 500)).messages).toHaveLength(0);
  await deliverMessages(queued.slice(0, 1), "run2", after(0.5));
  expect(sink.requests).toHaveLength(1);
  const [added] = await queueFirstMessages(tenant, ["d@example.com"], after(1));
  await deliverMessages(
    [queued[2], added].flatMap((one) => one ?? []),
    "run3",
    after(1),
  );
  expect(sink.requests.map((one) => one.mails.length).sort()).toEqual([1, 3, 3]);
  expect(addresses()).toEqual([...onceEach(queued), "d@example.com"]);
  expect(await statusByAddress(tenant)).toEqual({ ...all(queued, "sent"), "d@example.com": "sent" });
});

test("tries a batch again that met the provider's limit, and mails each message once", async () => {
  const queued = await queueThree();
  sink.faults = [{ kind: "answer", status: 429, body: errorBody(429, "rate_limit") }];
  const [later] = await deliverMessages(queued, "run1", start);
  expect(later?.ts).toBe(start.getTime() + 1_000);
  await deliverMessages(queued, "run2", after(1));
  expect(addresses()).toEqual(onceEach(queued));
  expect(await statusByAddress(tenant)).toEqual(all(queued, "sent"));
});

test("does not mail who ordered before a lost batch is tried again, and counts the others as sent once", async () => {
  const queued = await queueThree();
  sink.faults = [{ kind: "drop", taken: true }];
  await deliverMessages(queued, "run1", start);
  await order("b@example.com", after(1));
  await deliverMessages(queued, "run2", after(2));
  expect(addresses()).toEqual(onceEach(queued));
  expect(await statusByAddress(tenant)).toEqual({ ...all(queued, "sent"), "b@example.com": "stopped" });
});

test("does not mail who ordered while a batch that never left was waiting", async () => {
  const queued = await queueThree();
  sink.faults = [{ kind: "drop", taken: false }];
  await deliverMessages(queued, "run1", start);
  await order("b@example.com", after(1));
  await deliverMessages(queued, "run2", after(2));
  expect(addresses()).toEqual(["a@example.com", "c@example.com"]);
});

test("keeps a message under its own key once its batch was refused as a whole", async () => {
  const queued = await queueThree();
  const spoiled = { kind: "answer", status: 422, body: errorBody(422, "validation_error") } as const;
  sink.faults = [spoiled, null, { kind: "drop", taken: true }, null];
  await deliverMessages(queued, "run1", start);
  expect(Object.values(await statusByAddress(tenant)).sort()).toEqual(["sending", "sent", "sent"]);
  await deliverMessages(queued, "run2", after(1));
  expect(addresses()).toEqual(onceEach(queued));
  expect(await statusByAddress(tenant)).toEqual(all(queued, "sent"));
});

async function order(email: string, at: Date): Promise<void> {
  const placed = orderPlaced(`order-${email}`, { customer: { email }, tokens: [`cart-${email}`], total: 9_000 }, at);
  const body = Buffer.from(JSON.stringify(placed));
  const said = platforms.custom.translate({ topic: "order.placed", body, shopCurrency: "EUR", receivedAt: at });
  const event = said.kind === "events" ? said.events[0] : undefined;
  if (event?.kind !== "order") throw new Error("the event was not understood as an order");
  await withScope(tenant.tenantId, (scope) => saveOrder(scope, tenant.shopId, event.order, at));
}
