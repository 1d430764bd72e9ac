import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { StubAnswer, StubRequest } from "../testing/json-server.ts";
import { only, receivedAt } from "../testing/translated.ts";
import { startVendorStub, type VendorStub } from "../testing/vendor-stub.ts";
import { cartOf, complete, orderOf } from "./ask.ts";
import { magento } from "./platform.ts";

const read = (name: string) => JSON.parse(readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), "utf8"));
const token = { accessToken: "token-of-nordhem" };

let stub: VendorStub;
let answer: (request: StubRequest) => StubAnswer | null;
beforeEach(async () => {
  answer = () => null;
  stub = await startVendorStub((request) => answer(request));
});
afterEach(() => stub.close());

const cart = (more: object = {}) => cartOf({ ...read("cart"), ...more }, stub.connection(token), receivedAt);
const order = (more: object = {}) => orderOf({ ...read("order"), ...more }, stub.connection(token), receivedAt);

describe("a cart of Magento's", () => {
  it("is asked for under the shop's token", async () => {
    answer = ({ path }) => (path === "/V1/carts/730" ? { json: read("cart") } : null);
    const event = { kind: "incomplete", what: "cart", id: "730", topic: "observer.sales_quote_save_after" } as const;
    const said = only("cart", await complete(stub.connection(token), event, receivedAt)).cart;
    expect(stub.requests[0]?.headers.get("authorization")).toBe("Bearer token-of-nordhem");
    expect(said).toMatchObject({ externalId: "730", tokens: ["730"], phase: "checkout", currency: "SEK" });
    expect(said.lines.map((one) => [one.title, one.quantity, one.unitPrice, one.lineTotal])).toEqual([
      ["Lamp Fjord", 2, 5995, 11990],
      ["Cloth, by the metre", 1, 1500, 1500],
    ]);
    expect(said.totals).toMatchObject({ subtotal: 13490, total: 13490 });
    const gone = { ...event, id: "731" };
    expect((await complete(stub.connection(token), gone, receivedAt)).kind).toBe("ignored");
  });

  it("of a guest takes address and name from where bill and goods go", () => {
    expect(only("cart", cart()).cart.contact).toEqual({
      externalId: null,
      email: "Mara.Lindqvist+shop@example.com",
      phone: "+46 70 123 45 67",
      firstName: "Mara",
      lastName: "Lindqvist",
      language: null,
      country: "SE",
      timeZone: null,
      consent: null,
    });
  });

  it("of a customer on the newsletter may be written to; off it refuses nothing", () => {
    const consent = (is_subscribed: boolean) => {
      const customer = { id: 11, email: "a@b.example", extension_attributes: { is_subscribed } };
      return only("cart", cart({ customer })).cart.contact?.consent;
    };
    expect([consent(true), consent(false)]).toEqual(["granted", null]);
  });

  it("speaks UTC without saying so, wherever we run, and says zeros for never", () => {
    expect(only("cart", cart()).cart.sourceUpdatedAt).toEqual(new Date("2026-11-02T09:43:48Z"));
    const never = only("cart", cart({ updated_at: "0000-00-00 00:00:00" })).cart;
    expect(never.sourceUpdatedAt).toEqual(new Date("2026-11-02T09:42:16Z"));
  });

  it("that is not active was ordered, which the order tells, or is gone", () => {
    expect(cart({ is_active: false, reserved_order_id: "000000617" })).toMatchObject({ kind: "ignored" });
    expect(only("cart_deleted", cart({ is_active: false })).tokens).toEqual(["730"]);
  });

  it("leads back to its page, or to where the shop itself restores it", () => {
    const link = (recoveryLink: string, apiBase = "https://shop.example/store/rest/all") => {
      const connection = stub.connection({ ...token, recoveryLink }, { apiBase });
      return only("cart", cartOf(read("cart"), connection, receivedAt)).cart.recoveryUrl;
    };
    expect(link("")).toBe("https://shop.example/store/checkout/cart/");
    expect(link("https://head.example/back/{id}?from=mail")).toBe("https://head.example/back/730?from=mail");
    expect(link("javascript:alert({id})")).toBeNull();
  });
});

describe("an order of Magento's", () => {
  it("names its cart, and counts a configurable product once", () => {
    const said = only("order", order()).order;
    expect(said).toMatchObject({ externalId: "673", number: "000000617", tokens: ["730"], currency: "SEK" });
    expect(said).toMatchObject({ subtotal: 13490, discount: 500, total: 13480, refunded: 0, status: "placed" });
    expect(said.lines.map((one) => [one.id, one.title, one.lineTotal])).toEqual([
      ["998", "Lamp Fjord", 11990],
      ["1000", "Cloth, by the metre", 1500],
    ]);
    expect(said.discountCodes).toEqual(["AUTUMN5"]);
  });

  it("may be cancelled or refunded", () => {
    const status = (more: object) => only("order", order(more)).order;
    expect(status({ state: "canceled" }).status).toBe("cancelled");
    expect(status({ state: "closed", total_refunded: 134.8 })).toMatchObject({ status: "refunded", refunded: 13480 });
    expect(status({ state: "processing", total_refunded: 10 })).toMatchObject({ status: "placed", refunded: 1000 });
  });

  it("is found by its number where an event knows no more", async () => {
    answer = ({ path }) => (path === "/V1/orders" ? { json: { items: [read("order")], total_count: 1 } } : null);
    const event = { kind: "incomplete", what: "order_number", id: "000000617", topic: "x" } as const;
    expect((await complete(stub.connection(token), event, receivedAt)).kind).toBe("events");
    const { query } = stub.requests[0] ?? { query: new URLSearchParams() };
    expect(query.get("searchCriteria[filterGroups][0][filters][0][value]")).toBe("000000617");
    expect(query.get("searchCriteria[filterGroups][0][filters][0][conditionType]")).toBe("eq");
  });
});

describe("Magento's other doors", () => {
  const incentive = { name: "Ten", kind: "percent", percent: 10 } as const;
  const coupon = { code: "BACK-7Q2", incentive, expiresAt: new Date("2026-11-10T00:00:00Z"), currency: "SEK" };
  const shop: Record<string, unknown> = {
    "GET /V1/salesRules/search": { items: [] },
    "GET /V1/store/websites": [{ id: 0 }, { id: 1 }, { id: 2 }],
    "GET /V1/customerGroups/search": { items: [{ id: 0 }, { id: 1 }] },
    "POST /V1/salesRules": { rule_id: 9 },
    "POST /V1/coupons": { coupon_id: 1 },
  };
  const serve = (more: Record<string, StubAnswer> = {}) => {
    answer = ({ method, path }) => {
      const asked = `${method} ${path}`;
      return more[asked] ?? (shop[asked] ? { json: shop[asked] } : null);
    };
  };
  const sent = (asked: string) =>
    JSON.parse(stub.requests.findLast(({ method, path }) => `${method} ${path}` === asked)?.text ?? "null");

  it("make our code under a rule that is made once for every website and group", async () => {
    serve();
    expect(await magento.mintCoupon?.(stub.connection(token), coupon)).toEqual({ code: "BACK-7Q2" });
    expect(sent("POST /V1/salesRules").rule).toMatchObject({
      ...{ name: "Comeback: 10 %", simple_action: "by_percent", discount_amount: 10, use_auto_generation: true },
      ...{ website_ids: [1, 2], customer_group_ids: [0, 1], coupon_type: "SPECIFIC_COUPON" },
    });
    expect(sent("POST /V1/coupons").coupon).toMatchObject({
      ...{ rule_id: 9, code: "BACK-7Q2", usage_limit: 1, expiration_date: "2026-11-10 00:00:00" },
    });
    const standing = { items: [{ rule_id: 4, name: "Comeback: 10 %", is_active: true }] };
    serve({ "GET /V1/salesRules/search": { json: standing } });
    await magento.mintCoupon?.(stub.connection(token), coupon);
    expect(sent("POST /V1/coupons").coupon.rule_id).toBe(4);
    expect(stub.asked().filter((one) => one === "POST /V1/salesRules")).toHaveLength(1);
  });

  it("take a code made before for made, and otherwise let Magento generate one", async () => {
    const refused = { "POST /V1/coupons": { status: 400, json: { message: "exists" } } };
    serve({ ...refused, "GET /V1/coupons/search": { json: { items: [{ code: "BACK-7Q2" }] } } });
    expect(await magento.mintCoupon?.(stub.connection(token), coupon)).toEqual({ code: "BACK-7Q2" });
    serve({
      ...refused,
      "GET /V1/coupons/search": { json: { items: [] } },
      "POST /V1/coupons/generate": { json: ["K3JD8SLQ0P2M"] },
    });
    expect(await magento.mintCoupon?.(stub.connection(token), coupon)).toEqual({ code: "K3JD8SLQ0P2M" });
  });

  it("know where a shop's API answers", () => {
    const base = (url: string) => magento.apiBase?.({ url, credentials: {} });
    expect(base("https://shop.example/")).toBe("https://shop.example/rest/all");
    expect(base("https://shop.example/store?x=1")).toBe("https://shop.example/store/rest/all");
    expect(base("ftp://shop.example")).toBeNull();
  });
});
