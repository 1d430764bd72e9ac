import { randomUUID } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connectOnce } from "#bin/postgres/roles.ts";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import { acrossTenantsForgetDoors } from "#db/across-tenants-limits.ts";
import { currentTime } from "#db/clock.ts";
import { closeConnections, connectTo, workerSql } from "#db/connections.ts";
import { applyWebhook } from "#inngest/apply-webhook.ts";
import { createLadderTenant, type TestTenant } from "#inngest/testing/tenant.ts";
import { lamp } from "#inngest/testing/webhooks.ts";
import { receiveBatch } from "./receive-batch.ts";

let database: TestDatabase;
let tenant: TestTenant;
let other: TestTenant;
beforeAll(async () => {
  process.env.INNGEST_BASE_URL = "http://127.0.0.1:1";
  database = await createTestDatabase();
  await connectTo(database);
  tenant = await createLadderTenant(await currentTime());
  other = await createLadderTenant(await currentTime());
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

type Given = { key?: string; delivery?: string; to?: TestTenant; secret?: string };

function send(body: string, { key, delivery = randomUUID(), to = tenant, secret = to.secret }: Given = {}) {
  const at = new Date();
  const headers = {
    "webhook-id": delivery,
    "webhook-timestamp": String(Math.floor(at.getTime() / 1_000)),
    "webhook-signature": new Webhook(secret).sign(delivery, at, body),
    ...(key === undefined ? {} : { "idempotency-key": key }),
  };
  return receiveBatch(new Request("http://127.0.0.1/", { method: "POST", headers, body }), to.shopId);
}

const cart = (id: string, more: object = {}) => ({ type: "cart.updated", data: { id, lines: [lamp], ...more } });
const batchOf = (...events: unknown[]) => JSON.stringify({ events });

async function stored(deliveries: string[], { tenantId } = tenant) {
  const rows = await workerSql()<{ id: string; topic: string; outcome: string }[]>`
    select delivery_id as id, topic, outcome from webhook_events
    where tenant_id = ${tenantId} and delivery_id = any(${deliveries}) order by delivery_id`;
  return [...rows];
}

test("says of each event what became of it, and lets no bad one cost a good one", async () => {
  const key = randomUUID();
  const big = '{"id":"big","type":"cart.updated","data":{"id":90071992547409931234,"lines":[]}}';
  const events = [
    { id: "good", ...cart("c1") },
    null,
    cart("c2", { lines: [{ ...lamp, unitPrice: -5 }] }),
    { id: "good", ...cart("c1") },
    { type: "theme.changed", data: {} },
    { id: 7, ...cart("c3\u0000") },
    "text",
    cart("c4", { customer: { firstName: "\u0000\ud800" } }),
  ];
  const body = batchOf(...events).replace(/\]\}$/, `,${big}]}`);
  const answer = await (await send(body, { key })).json();
  expect(answer.events).toEqual([
    { index: 0, id: "good", outcome: "stored" },
    { index: 1, id: `${key}#1`, outcome: "rejected", reason: "invalid_shape", field: "body" },
    { index: 2, id: `${key}#2`, outcome: "rejected", reason: "invalid_amount", field: "data.lines[0].unitPrice" },
    { index: 3, id: "good", outcome: "duplicate" },
    { index: 4, id: `${key}#4`, outcome: "ignored", reason: "unknown_topic" },
    { index: 5, id: `${key}#5`, outcome: "rejected", reason: "invalid_shape", field: "data.id" },
    { index: 6, id: `${key}#6`, outcome: "rejected", reason: "invalid_shape", field: "body" },
    { index: 7, id: `${key}#7`, outcome: "stored" },
    { index: 8, id: "big", outcome: "stored" },
  ]);
  expect(answer.counts).toEqual({ stored: 3, duplicate: 1, rejected: 4, ignored: 1 });
  const rows = await workerSql()<{ id: string }[]>`select id from webhook_events
    where tenant_id = ${tenant.tenantId} order by received_at, id`;
  expect(rows).toHaveLength(8);
  for (const { id } of rows) await applyWebhook(tenant.tenantId, id, await currentTime());
  const outcomes = await workerSql()`select outcome, count(*)::int as n from webhook_events
    where tenant_id = ${tenant.tenantId} group by 1 order by 1`;
  expect([...outcomes]).toEqual([
    { outcome: "applied", n: 3 },
    { outcome: "ignored", n: 1 },
    { outcome: "rejected", n: 4 },
  ]);
  const carts = await workerSql()`select external_id as id from carts where tenant_id = ${tenant.tenantId} order by 1`;
  expect(carts.map((one) => one.id)).toEqual(["90071992547409931234", "c1", "c4"]);
});

test("takes five hundred at once and refuses one more by name, keeping none of those", async () => {
  const full = Array.from({ length: 500 }, (_, n) => ({ id: `full-${n}`, ...cart(`full-${n}`) }));
  expect((await (await send(batchOf(...full))).json()).counts).toEqual({ stored: 500 });
  const over = Array.from({ length: 501 }, (_, n) => ({ id: `over-${n}`, ...cart(`over-${n}`) }));
  const refused = await send(batchOf(...over));
  expect([refused.status, (await refused.json()).error.code]).toEqual([413, "too_many_events"]);
  expect(await stored(over.map((one) => one.id))).toEqual([]);
});

test("gives the same key and body the same answer, and has no second effect", async () => {
  const key = randomUUID();
  const body = batchOf(cart("same-1"), { id: "same-2", ...cart("same-2") });
  const first = await send(body, { key });
  const again = await send(body, { key });
  expect([again.status, again.headers.get("idempotent-replayed")]).toEqual([200, "true"]);
  expect(await again.text()).toBe(await first.text());
  expect(await stored([`${key}#0`, "same-2"])).toHaveLength(2);
});

test("refuses a key that stands for another body, in any way that a body differs", async () => {
  const key = randomUUID();
  await send(batchOf(cart("x")), { key });
  for (const body of [batchOf(cart("y")), `${batchOf(cart("x"))} `, batchOf()]) {
    const answer = await send(body, { key });
    expect([answer.status, (await answer.json()).error.code]).toEqual([409, "key_reused"]);
  }
  const theirs = await send(batchOf(cart("y")), { key, to: other });
  expect(theirs.status).toBe(200);
});

test("lets one of many at the same time work, and tells the others that it does", async () => {
  const owner = connectOnce(database.ownerUrl);
  const key = randomUUID();
  const body = batchOf(cart("racing"));
  let racing: Promise<Response[]> = Promise.resolve([]);
  const done: number[] = [];
  await owner.begin(async (sql) => {
    await sql`lock table webhook_events in exclusive mode`;
    const send1 = () =>
      send(body, { key }).then((answer) => {
        done.push(answer.status);
        return answer;
      });
    racing = Promise.all([send1(), send1(), send1(), send1()]);
    await expect.poll(() => done.length).toBe(3);
    expect(new Set(done)).toEqual(new Set([409]));
  });
  const answers = await racing;
  expect(answers.map((one) => one.status).sort()).toEqual([200, 409, 409, 409]);
  expect(await stored([`${key}#0`])).toHaveLength(1);
  await owner.end();
});

test("takes over what broke off a minute ago, and forgets all after a day", async () => {
  const key = randomUUID();
  const body = batchOf(cart("broken"));
  await send(body, { key });
  const age = (interval: string) =>
    workerSql()`update batch_answers set answer = null, begun_at = now() - ${interval}::interval where key = ${key}`;
  await age("30 seconds");
  expect((await send(body, { key })).status).toBe(409);
  await age("2 minutes");
  const taken = await (await send(body, { key })).json();
  expect(taken.events).toMatchObject([{ outcome: "duplicate" }]);
  await age("25 hours");
  expect((await acrossTenantsForgetDoors(new Date())).answers).toBe(1);
  expect((await send(batchOf(cart("later")), { key })).status).toBe(200);
});

test("goes by the delivery's id where no key is given", async () => {
  const delivery = randomUUID();
  const body = batchOf(cart("unkeyed"));
  expect(await (await send(body, { delivery })).text()).toBe(await (await send(body, { delivery })).text());
  expect((await send(batchOf(cart("another")), { delivery })).status).toBe(409);
});

test.each([
  ["no JSON", "{", "malformed_json"],
  ["no events", "{}", "invalid_shape"],
  ["a list", "[]", "invalid_shape"],
  ["nothing", "", "malformed_json"],
])("refuses %s as a whole, by name", async (_, body, code) => {
  const answer = await send(body);
  expect([answer.status, (await answer.json()).error.code]).toEqual([422, code]);
});

test("answers nobody without a good signature, and no other platform's shop", async () => {
  const forged = await send(batchOf(cart("forged")), { secret: other.secret, key: "forged" });
  expect([forged.status, (await forged.json()).error.code]).toEqual([401, "bad_signature"]);
  const nowhere = { ...tenant, shopId: "shop_none" };
  expect((await send(batchOf(), { to: nowhere })).status).toBe(404);
  expect((await send(batchOf(), { key: "x y" })).status).toBe(422);
  expect((await send("x".repeat(4_200_000))).status).toBe(413);
  const rows = await workerSql()`select 1 from batch_answers where key = 'forged'`;
  expect(rows).toHaveLength(0);
});
