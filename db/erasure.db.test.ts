import { afterAll, beforeAll, expect, test } from "vitest";
import { connectOnce } from "#bin/postgres/roles.ts";
import { createTestDatabase } from "#bin/testing/database.ts";
import { saveCart } from "./carts.ts";
import { closeConnections, connectTo } from "./connections.ts";
import { erasePerson } from "./erasure.ts";
import { newId } from "./ids.ts";
import { complianceRequests, webhookEvents } from "./schema/shops.ts";
import { type Scope, withScope } from "./scope.ts";
import { cartSaid, unsaid } from "./testing/stream.ts";

const database = await createTestDatabase();
const now = new Date("2026-03-05T12:00:00Z");
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
beforeAll(() => connectTo(database));
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const tenantId = "ten_erasure";
const inTenant = <T>(work: (scope: Scope) => Promise<T>) => withScope(tenantId, work);

type About = { outcome?: "applied" | "ignored" | "pending"; subjectId?: string | null };

async function store(scope: Scope, body: string, { outcome = "applied", subjectId = null }: About): Promise<string> {
  const id = newId("webhookEvent", now);
  const source = { sourceId: "shop_a", deliveryId: id, topic: "t", receivedAt: now };
  await scope.db.insert(webhookEvents).values({ tenantId, id, ...source, body: Buffer.from(body), outcome, subjectId });
  return id;
}

/** A cart that is said to be of each address in turn, each time by a body of its own. */
async function sayCart(scope: Scope, name: string, addresses: string[]): Promise<string[]> {
  const bodies: string[] = [];
  for (const [at, email] of addresses.entries()) {
    const said = cartSaid(name, minutesAgo(60 - at), { contact: { ...unsaid, email } });
    const { cartId } = await saveCart(scope, "shop_a", said, now);
    bodies.push(await store(scope, JSON.stringify({ name, email }), { subjectId: cartId }));
  }
  return bodies;
}

const standing = () =>
  inTenant(async (scope) => {
    const rows = await scope.db.select({ id: webhookEvents.id, body: webhookEvents.body }).from(webhookEvents);
    return new Set(rows.flatMap((row) => (row.body ? [row.id] : [])));
  });

test("erases a person's bodies, also of carts that are another's by now, and reads no others", async () => {
  const wilhelmina = "wilhelmina@example.com";
  const [theirs, others] = await inTenant(async (scope) => {
    const said = [
      ...(await sayCart(scope, "own", [wilhelmina])),
      ...(await sayCart(scope, "handed-over", [wilhelmina, "otto@example.com"])),
    ];
    const unkept = [
      await store(scope, `{"to":"${wilhelmina.toUpperCase()}"}`, { outcome: "ignored" }),
      await store(scope, `{"email":"${wilhelmina}"}`, { outcome: "pending" }),
    ];
    const demand = await store(scope, `{"customer":{"email":"${wilhelmina}"}}`, {});
    const row = { tenantId, id: newId("compliance", now), shopId: "shop_a", webhookEventId: demand, receivedAt: now };
    await scope.db.insert(complianceRequests).values({ ...row, request: "data_request" });
    const other: string[] = [];
    for (let at = 0; at < 300; at += 1) other.push(await store(scope, `{"n":${at}}`, { subjectId: `cart_other${at}` }));
    return [
      [...said, ...unkept, demand],
      [...other, ...(await sayCart(scope, "of-otto", ["otto@example.com"]))],
    ] as const;
  });
  const owner = connectOnce(database.ownerUrl);
  await owner`analyze webhook_events`;
  await owner.end();
  const read = await inTenant(async (scope) => {
    await scope.db.execute("set local enable_seqscan = off");
    await erasePerson(scope, wilhelmina, now);
    const [stat] = await scope.db.execute<{ scans: number; rows: number }>(`select seq_scan::int as scans,
      idx_tup_fetch::int as rows from pg_stat_xact_user_tables where relname = 'webhook_events'`);
    return stat;
  });
  const left = await standing();
  expect(theirs.filter((id) => left.has(id))).toEqual([]);
  expect(others.filter((id) => !left.has(id))).toEqual([]);
  expect(read?.scans).toBe(0);
  // Each of theirs is looked up and written; of 300 others none is.
  expect(read?.rows).toBeLessThan(theirs.length * 4);
});

test("erases what is said of somebody whom we never kept", async () => {
  const [theirs, others] = await inTenant(async (scope) => [
    await store(scope, '{"to":"nobody@example.com"}', { outcome: "ignored" }),
    await store(scope, '{"to":"somebody@example.com"}', { outcome: "ignored" }),
  ]);
  await inTenant((scope) => erasePerson(scope, "Nobody@Example.com", now));
  const left = await standing();
  expect([left.has(theirs ?? ""), left.has(others ?? "")]).toEqual([false, true]);
});
