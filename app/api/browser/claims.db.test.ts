import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import { currentTime } from "#db/clock.ts";
import { closeConnections, connectTo, workerSql } from "#db/connections.ts";
import { withScope } from "#db/scope.ts";
import { loadSnapshot } from "#inngest/load-snapshot.ts";
import { cartUpdated, orderPlaced, sendShopEvent } from "#inngest/testing/webhooks.ts";
import { limits } from "./rate-limits.ts";
import {
  abandonAndEnroll,
  apply,
  cartsOf,
  eventOf,
  type House,
  home,
  line,
  openHouse,
  openOf,
  post,
  random,
  report,
  wish,
} from "./testing/house.ts";

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

describe("a shopper whom only the snippet knows", () => {
  test("is written to about the basket, and no more once the same page placed the order", async () => {
    const house = await openHouse();
    const token = random();
    expect(await report(house, "cart", token, { lines: [line], recoveryUrl: `${home}/cart` })).toBe(200);
    expect(await report(house, "email", token, wish("Ana@Example.com"))).toBe(200);
    expect(await report(house, "cart", token, { lines: [line, { ...line, id: "l2" }] })).toBe(200);
    expect(await cartsOf(house)).toMatchObject([
      { externalId: `browser:${token}`, claimed: true, ordered: false, address: "ana@example.com" },
    ]);
    await abandonAndEnroll(house);
    expect(await openOf(house)).toHaveLength(1);
    expect(await report(house, "order", token, { id: "1001" })).toBe(200);
    expect(await cartsOf(house)).toMatchObject([{ ordered: true }]);
    expect(await openOf(house)).toEqual([]);
    const orders = await workerSql()`select 1 from orders where tenant_id = ${house.tenantId}`;
    expect(orders).toHaveLength(0);
  });

  test("leaves the class of its device on the cart, the newest that was told, and nothing else of its browser", async () => {
    const house = await openHouse();
    const token = random();
    const phone =
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Safari/604.1";
    const said = async (agent: string, content: object) => {
      expect((await post(house.key, eventOf("cart", token, content), { agent })).status).toBe(200);
      await apply(house);
      const [cart] = await workerSql()`select device from carts where tenant_id = ${house.tenantId}`;
      return cart?.device;
    };
    expect(await said("curl/8.7.1", { lines: [line] })).toBeNull();
    expect(await said(phone, { lines: [line] })).toBe("phone");
    expect(await said("Some reader", { lines: [line] })).toBe("phone");
    expect(await said("Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/141.0", { lines: [line] })).toBe("desktop");
    const bodies = await workerSql()<
      { body: Buffer }[]
    >`select body from webhook_events where tenant_id = ${house.tenantId}`;
    for (const { body } of bodies) expect(body.toString()).not.toMatch(/Mozilla|AppleWebKit|Windows/);
    expect((await post(house.key, "{}", { agent: phone })).status).toBe(422);
  });

  test("tells the address before the basket, and is found all the same", async () => {
    const house = await openHouse();
    const token = random();
    await report(house, "email", token, wish("first@example.com"));
    await report(house, "cart", token, { lines: [line] });
    const [cart] = await workerSql()`select jsonb_array_length(lines) as lines, total::int from carts
      where tenant_id = ${house.tenantId}`;
    expect(cart).toEqual({ lines: 1, total: 12_000 });
    expect(await cartsOf(house)).toMatchObject([{ address: "first@example.com" }]);
  });

  test("leaves no address behind without having asked to be written to", async () => {
    const house = await openHouse();
    const token = random();
    const answer = await post(house.key, eventOf("email", token, { email: "no@example.com", acceptsMarketing: false }));
    expect(await answer.json()).toEqual({ ok: true, outcome: "ignored", reason: "no_consent" });
    const rows = await workerSql()`select 1 from webhook_events where tenant_id = ${house.tenantId}
      union all select 1 from contacts where tenant_id = ${house.tenantId}`;
    expect(rows).toHaveLength(0);
  });

  test("counts as about while looking at products, whereby no cart is made", async () => {
    const house = await openHouse();
    const [token, other] = [random(), random()];
    await report(house, "cart", token, { lines: [line] });
    await workerSql()`update carts set last_activity_at = now() - interval '2 hours' where tenant_id = ${house.tenantId}`;
    await report(house, "product", token, { id: "lamp" });
    await report(house, "product", other, { id: "lamp" });
    const rows = await workerSql()`select last_activity_at > now() - interval '1 minute' as about from carts
      where tenant_id = ${house.tenantId}`;
    expect([...rows]).toEqual([{ about: true }]);
  });

  test("is closed by the shop's own signed order that names the browser's token", async () => {
    const house = await openHouse();
    const token = random();
    await report(house, "cart", token, { lines: [line] });
    await report(house, "email", token, wish("signed@example.com"));
    const order = { customer: { email: "signed@example.com" }, tokens: [`browser:${token}`], total: 12_000 };
    await sendShopEvent(house, orderPlaced("o1", order, await currentTime()));
    await apply(house);
    expect(await cartsOf(house)).toMatchObject([{ ordered: true }]);
  });
});

describe("whoever has the public key alone", () => {
  async function victimOf(house: House) {
    const victim = "victim@example.com";
    const at = new Date((await currentTime()).getTime() - 3_600_000);
    await sendShopEvent(house, cartUpdated("theirs", { email: victim, firstName: "Vi" }, at));
    await apply(house);
    return victim;
  }

  test("cannot end, merge or outdate the recovery of another by their address", async () => {
    const house = await openHouse();
    const victim = await victimOf(house);
    await abandonAndEnroll(house);
    const [enrollment] = await openOf(house);
    const token = random();
    await report(house, "cart", token, { lines: [line] });
    await report(house, "email", token, wish(victim));
    await abandonAndEnroll(house);
    await report(house, "order", token, { id: "theirs" });
    await report(house, "cart", random(), { lines: [] });
    expect(await cartsOf(house)).toMatchObject([
      { externalId: "theirs", claimed: false, ordered: false, merged: false },
      { claimed: true, ordered: true, refusal: "already_enrolled" },
      { claimed: true },
    ]);
    expect(await openOf(house)).toEqual([enrollment]);
    const now = await currentTime();
    const at = { enrollmentId: enrollment?.id ?? "", position: 0, exceptMessageId: null };
    const loaded = await withScope(house.tenantId, (scope) => loadSnapshot(scope, at, now));
    expect(loaded?.snapshot).toMatchObject({ orderedSince: false, supersededBy: null, suppressed: false });
  });

  test("who came first with another's address does not keep the shop's own word from counting", async () => {
    const house = await openHouse();
    const token = random();
    await report(house, "cart", token, { lines: [line] });
    await report(house, "email", token, wish("victim@example.com"));
    await abandonAndEnroll(house);
    await victimOf(house);
    await abandonAndEnroll(house);
    expect((await openOf(house)).map((one) => one.cart)).toEqual(["theirs"]);
  });

  test("changes nothing that is known of a person, and takes back no no", async () => {
    const house = await openHouse();
    const victim = await victimOf(house);
    const withdrawn = { type: "customer.updated", data: { id: "c7", email: victim, acceptsMarketing: false } };
    await sendShopEvent(house, withdrawn);
    await apply(house);
    const facts = () => workerSql()`select p.first_name, p.language, p.phone, p.stamps,
      (select array_agg(state order by at) from consents s where s.tenant_id = p.tenant_id and s.contact_id = p.id) as said
      from contacts p where p.tenant_id = ${house.tenantId}`;
    const before = [...(await facts())];
    const token = random();
    await report(house, "cart", token, { lines: [line] });
    await report(house, "email", token, { ...wish(victim), language: "xx" });
    expect([...(await facts())]).toEqual(before);
    expect(before).toMatchObject([{ first_name: "Vi", said: ["withdrawn"] }]);
    await abandonAndEnroll(house);
    expect((await openOf(house)).filter((one) => one.cart.startsWith("browser:"))).toEqual([]);
  });

  test("cannot erase, export, or speak for the shop, nor take the name of a signed delivery", async () => {
    const house = await openHouse();
    const victim = await victimOf(house);
    for (const type of [
      "customer.redact",
      "customer.data_request",
      "order.placed",
      "cart.deleted",
      "customer.updated",
    ]) {
      const body = { type, id: random(), token: random(), data: { id: "theirs", email: victim, lines: [] } };
      expect((await post(house.key, JSON.stringify(body))).status).toBe(422);
    }
    const [{ count } = { count: 0 }] = await workerSql()<{ count: number }[]>`select count(*)::int as count
      from webhook_events where tenant_id = ${house.tenantId} and delivery_id not like 'browser:%'`;
    expect(count).toBe(1);
  });

  test("puts no link, foreign picture or address into what may be mailed", async () => {
    const house = await openHouse();
    for (const title of ["Win at https://evil.example", "www.evil.example", "mail me@evil.example"])
      expect((await post(house.key, eventOf("cart", random(), { lines: [{ ...line, title }] }))).status).toBe(422);
    const urls = { imageUrl: "https://evil.example/a.png", url: "https://shop.example.evil.example/" };
    const own = { ...line, id: "l2", imageUrl: "https://cdn.shop.example/a.png", url: `${home}/lamp` };
    const lines = [{ ...line, ...urls }, own];
    await report(house, "cart", random(), { lines, recoveryUrl: "https://evil.example/" });
    const [cart] = await workerSql()`select lines, recovery_url from carts where tenant_id = ${house.tenantId}`;
    expect(cart).toMatchObject({ recovery_url: null });
    expect(cart?.lines).toMatchObject([
      { imageUrl: null, url: null },
      { imageUrl: own.imageUrl, url: own.url },
    ]);
  });

  test("makes us write to few addresses, and to one seldom", async () => {
    const house = await openHouse();
    const claim = (email: string, network: string) =>
      post(house.key, eventOf("email", random(), wish(email)), { network }).then((answer) => answer.status);
    const many: number[] = [];
    for (let n = 0; n <= limits.networkAddresses.capacity; n++)
      many.push(await claim(`many${n}@x.example`, "198.51.100.1"));
    expect(many).toEqual([...Array.from({ length: limits.networkAddresses.capacity }, () => 200), 429]);
    const one: number[] = [];
    for (let n = 0; n <= limits.address.capacity; n++) one.push(await claim("One@x.example", `198.51.100.${n + 2}`));
    expect(one).toEqual([...Array.from({ length: limits.address.capacity }, () => 200), 429]);
  });

  test("may tell the same address of the same basket as often as a page is loaded", async () => {
    const house = await openHouse();
    const token = random();
    const statuses: number[] = [];
    for (let n = 0; n < 8; n++) statuses.push(await report(house, "email", token, wish("again@example.com")));
    expect(new Set(statuses)).toEqual(new Set([200]));
    const [row] = await workerSql()`select count(*)::int as n from webhook_events where tenant_id = ${house.tenantId}`;
    expect(row).toEqual({ n: 1 });
  });
});
