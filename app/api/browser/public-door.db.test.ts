import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import { currentTime } from "#db/clock.ts";
import { closeConnections, connectTo, workerSql } from "#db/connections.ts";
import { withScope } from "#db/scope.ts";
import { rotatePublicKey, saveShop } from "#db/shops.ts";
import { flushFailures } from "../webhooks/signature-failures.ts";
import { limits } from "./rate-limits.ts";
import { serveSnippet } from "./serve-snippet.ts";
import { eventOf, home, line, openHouse, post, random, report, wish } from "./testing/house.ts";

let database: TestDatabase;
beforeAll(async () => {
  process.env.INNGEST_BASE_URL = "http://127.0.0.1:1";
  database = await createTestDatabase();
  await connectTo(database);
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

describe("the public door", () => {
  test.each([
    ["a foreign origin", "https://evil.example", "foreign_origin"],
    ["an origin that only begins alike", "https://shop.example.evil.example", "foreign_origin"],
    ["another port", "https://shop.example:8443", "foreign_origin"],
    ["another scheme", "http://shop.example", "foreign_origin"],
    ["no origin", null, "missing_origin"],
    ["the origin null", "null", "null_origin"],
  ])("refuses %s by name, and shows no page the answer", async (_, origin, code) => {
    const house = await openHouse();
    const answer = await post(house.key, eventOf("order", random(), {}), { origin });
    expect([answer.status, answer.headers.get("access-control-allow-origin")]).toEqual([403, null]);
    expect(await answer.json()).toMatchObject({ error: { code } });
    await flushFailures();
    const counted = await workerSql()`select reason, count from signature_failures where tenant_id = ${house.tenantId}`;
    expect([...counted]).toEqual([{ reason: code, count: 1 }]);
  });

  test("lets pages of every allowed origin read the answer, also to their preflight", async () => {
    const house = await openHouse();
    const allowedOrigins = [home, "https://de.shop.example:8443"];
    await withScope(house.tenantId, (scope) => saveShop(scope, house.shopId, { allowedOrigins }));
    for (const origin of allowedOrigins) {
      const answer = await post(house.key, eventOf("product", random(), { id: 1 }), { origin });
      expect([answer.status, answer.headers.get("access-control-allow-origin")]).toEqual([200, origin]);
      const preflight = await post(house.key, null, { origin, method: "OPTIONS" });
      expect([preflight.status, preflight.headers.get("access-control-allow-methods")]).toEqual([204, "POST"]);
    }
  });

  test("names what is wrong with a body, and keeps none of it", async () => {
    const house = await openHouse();
    const token = random();
    const cart = (lines: unknown) => eventOf("cart", token, { lines });
    const bodies: [BodyInit, number, string][] = [
      ["{", 422, "malformed_json"],
      [new Uint8Array([0x7b, 0xff]), 422, "invalid_utf8"],
      [cart([{ ...line, title: "a\u0000b", id: "x\u0000" }]), 422, "invalid_shape"],
      [cart(Array.from({ length: 101 }, () => line)), 422, "too_many_lines"],
      [cart([{ ...line, unitPrice: -1 }]), 422, "invalid_amount"],
      [eventOf("cart", "short", { lines: [] }), 422, "invalid_shape"],
      [eventOf("email", token, wish("no address")), 422, "invalid_shape"],
      ["x".repeat(70_000), 413, "too_large"],
    ];
    for (const [body, status, code] of bodies) {
      const answer = await post(house.key, body);
      expect([answer.status, (await answer.json()).error.code]).toEqual([status, code]);
    }
    const [row] = await workerSql()`select count(*)::int as n from webhook_events where tenant_id = ${house.tenantId}`;
    expect(row).toEqual({ n: 0 });
  });

  test("stores a title with a NUL byte without it", async () => {
    const house = await openHouse();
    expect(await report(house, "cart", random(), { lines: [{ ...line, title: "La\u0000mp 🕯️" }] })).toBe(200);
    const [cart] = await workerSql()`select lines->0->>'title' as title from carts where tenant_id = ${house.tenantId}`;
    expect(cart).toEqual({ title: "La mp 🕯️" });
  });

  test("takes the same event once, however often it comes", async () => {
    const house = await openHouse();
    const body = eventOf("product", random(), { id: "lamp" });
    const answers = await Promise.all(Array.from({ length: 5 }, () => post(house.key, body).then((one) => one.json())));
    expect(answers.filter((one) => one.duplicate === false)).toHaveLength(1);
  });

  test("lets one network have its share and no more, and the others go on", async () => {
    const house = await openHouse();
    const knock = (network: string) => post(house.key, eventOf("product", random(), { id: "x" }), { network });
    const begun = Date.now();
    const answers = await Promise.all(Array.from({ length: 200 }, () => knock("192.0.2.1")));
    // What came back into the bucket meanwhile, on a machine however slow.
    const gained = Math.ceil(((Date.now() - begun) / 1_000) * limits.network.perSecond);
    const refused = answers.filter((one) => one.status === 429);
    expect(refused.length).toBeLessThanOrEqual(200 - limits.network.capacity);
    expect(refused.length).toBeGreaterThanOrEqual(200 - limits.network.capacity - gained);
    expect(Number(refused[0]?.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await knock("192.0.2.2")).status).toBe(200);
  });

  test("knows no key that was replaced, was never made or is no key, and is shut while the shop is", async () => {
    const house = await openHouse();
    const body = () => eventOf("product", random(), { id: "x" });
    expect((await serveSnippet(new Request("http://x/"), house.key)).status).toBe(200);
    const { publicKey } = await withScope(house.tenantId, (scope) => rotatePublicKey(scope, house.shopId));
    expect(publicKey).toMatch(/^pk_\w{24}$/);
    for (const key of [house.key, "pk_", "pk_\u0000", house.secret, "pk_aaaaaaaaaaaaaaaaaaaaaaaa"]) {
      expect((await post(key, body())).status).toBe(404);
      expect((await serveSnippet(new Request("http://x/"), key)).status).toBe(404);
    }
    expect((await post(publicKey ?? "", body())).status).toBe(200);
    await withScope(house.tenantId, async (scope) =>
      saveShop(scope, house.shopId, { disabledAt: await currentTime() }),
    );
    expect((await post(publicKey ?? "", body())).status).toBe(410);
  });
});
