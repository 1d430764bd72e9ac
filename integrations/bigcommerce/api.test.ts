import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { StubAnswer, StubRequest } from "../testing/json-server.ts";
import { only, receivedAt } from "../testing/translated.ts";
import { startVendorStub, type VendorStub } from "../testing/vendor-stub.ts";
import { complete } from "./ask.ts";
import { bigcommerce } from "./platform.ts";

const read = (name: string) => JSON.parse(readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), "utf8"));
const token = { storeHash: "nordhem7", accessToken: "token-of-nordhem" };
const cartId = "09346904-4175-44fd-be53-f7e598531b6c";

/** The store of the fixtures; `store` replaces an answer by its path, null takes it away. */
let store: Record<string, unknown>;
let stub: VendorStub;
let answer: (request: StubRequest) => StubAnswer | null;
beforeEach(async () => {
  store = {
    [`/v3/carts/${cartId}`]: read("cart"),
    [`/v3/checkouts/${cartId}`]: read("checkout"),
    "/v3/customers": read("customers"),
    "/v2/orders/252": read("order"),
    "/v2/orders/252/products": read("order-products"),
    "/v2/orders/252/coupons": read("order-coupons"),
    "/v3/catalog/products/205": read("product"),
  };
  answer = ({ method, path }) => (method === "GET" && store[path] ? { json: store[path] } : null);
  stub = await startVendorStub((request) => answer(request));
});
afterEach(() => stub.close());

const ask = (what: string, id: string, topic = "store/x/y") =>
  complete(stub.connection(token), { kind: "incomplete", what, id, topic }, receivedAt);

describe("a cart of BigCommerce's", () => {
  it("is fetched with its checkout and its customer, under the shop's token", async () => {
    const { cart } = only("cart", await ask("cart", cartId));
    expect(stub.asked()).toEqual([`GET /v3/carts/${cartId}`, `GET /v3/checkouts/${cartId}`, "GET /v3/customers"]);
    expect(stub.requests[0]?.headers.get("x-auth-token")).toBe("token-of-nordhem");
    expect(cart).toMatchObject({ externalId: cartId, tokens: [cartId], phase: "checkout", currency: "USD" });
    expect(cart.lines.map((one) => [one.title, one.variantTitle, one.quantity, one.unitPrice, one.lineTotal])).toEqual([
      ["Lamp Fjord", "Moss", 2, 5995, 11990],
      ['Candle 🕯️ "Fjord"', null, 1, 750, 750],
      ["$5 Gift Certificate", null, 1, 500, 500],
    ]);
    expect(cart.totals).toEqual({ subtotal: 13240, discount: 500, shipping: 490, tax: 2646, total: 15876 });
    expect(cart.discountCodes).toEqual(["AUTUMN5"]);
    expect(cart.sourceUpdatedAt).toEqual(new Date("2026-11-02T09:43:48Z"));
    expect(cart.contact).toMatchObject({ externalId: "11", email: "Mara.Lindqvist+shop@example.com", country: "SE" });
    expect(cart.contact).toMatchObject({ consent: "granted", language: "sv-SE", phone: "+46701234567" });
  });

  it("never has a recovery link of its own, since BigCommerce's work once only", async () => {
    expect(only("cart", await ask("cart", cartId)).cart.recoveryUrl).toBeNull();
    expect(stub.requests.some((one) => one.query.get("include")?.includes("redirect_urls"))).toBe(false);
  });

  it("of a guest takes the address typed in the checkout; without one it has no contact", async () => {
    const guest = read("cart");
    Object.assign(guest.data, { customer_id: 0, email: "" });
    store[`/v3/carts/${cartId}`] = guest;
    expect(only("cart", await ask("cart", cartId)).cart.contact).toMatchObject({
      externalId: null,
      email: "mara.typed@example.com",
      consent: null,
    });
    delete store[`/v3/checkouts/${cartId}`];
    const { cart } = only("cart", await ask("cart", cartId));
    expect([cart.contact, cart.phase, cart.totals.total]).toEqual([null, "cart", 12740]);
  });

  it("that is gone by now changes nothing", async () => {
    expect(await ask("cart", "gone")).toEqual({ kind: "ignored", reason: "nothing_to_do" });
    expect(await ask("product", "gone")).toEqual({ kind: "ignored", reason: "nothing_to_do" });
    expect(await ask("order", "404")).toEqual({ kind: "ignored", reason: "nothing_to_do" });
  });

  it("is waited for when BigCommerce limits us, and fails by name when it refuses the token", async () => {
    stub.first.push({ status: 429, headers: { "retry-after": "2" } }, { status: 503 });
    expect((await ask("cart", cartId)).kind).toBe("events");
    stub.first.push({ status: 401 });
    await expect(ask("cart", cartId)).rejects.toMatchObject({ reason: "unauthorized" });
  });
});

describe("an order of BigCommerce's", () => {
  it("closes the cart it came from, in the currency that was paid in", async () => {
    const { order } = only("order", await ask("order", `252 ${cartId}`, "store/cart/converted"));
    expect(order).toMatchObject({ externalId: "252", tokens: [cartId], currency: "USD", status: "placed" });
    expect(order).toMatchObject({ subtotal: 13240, discount: 500, total: 13230, refunded: 0 });
    expect([order.discountCodes, order.lines.length]).toEqual([["AUTUMN5"], 1]);
    expect(order.orderedAt).toEqual(new Date("2026-11-02T10:12:00Z"));
  });

  it("names its cart by the webhook where it does not itself", async () => {
    store["/v2/orders/252"] = { ...read("order"), cart_id: null };
    expect(only("order", await ask("order", `252 ${cartId}`)).order.tokens).toEqual([cartId]);
  });

  it("that is only Incomplete is none: the shopper came as far as the payment", async () => {
    store["/v2/orders/252"] = { ...read("order"), status_id: 0, status: "Incomplete" };
    expect(await ask("order", "252")).toEqual({ kind: "ignored", reason: "nothing_to_do" });
  });

  it("may be refunded, cancelled, declined or deleted", async () => {
    const status = async (more: object) => {
      store["/v2/orders/252"] = { ...read("order"), ...more };
      return only("order", await ask("order", "252")).order.status;
    };
    expect(await status({ status_id: 4 })).toBe("refunded");
    expect(await status({ status_id: 5 })).toBe("cancelled");
    expect(await status({ status_id: 6 })).toBe("cancelled");
    expect(await status({ is_deleted: true })).toBe("cancelled");
    expect(await status({ status_id: 14, refunded_amount: "10.0000" })).toBe("placed");
  });
});

describe("customers and products of BigCommerce's", () => {
  it("refuse mail only once they changed: everybody starts with the box unticked", async () => {
    const consent = async (more: object) => {
      store["/v3/customers"] = { data: [{ ...read("customers").data[0], ...more }] };
      return only("contact", await ask("customer", "11")).contact.consent;
    };
    const unticked = { accepts_product_review_abandoned_cart_emails: false };
    expect(await consent({})).toBe("granted");
    expect(await consent(unticked)).toBe("withdrawn");
    expect(await consent({ ...unticked, date_created: "2026-11-01T08:00:00Z" })).toBeNull();
  });

  it("bring every variant with price and stock, where stock is kept", async () => {
    const { product } = only("product", await ask("product", "205"));
    expect(product).toMatchObject({ title: "Lamp Fjord", complete: true });
    expect(product.imageUrl).toBe("https://cdn11.bigcommerce.com/s-nordhem7/b.jpg");
    expect(product.variants.map((one) => [one.externalId, one.title, one.price, one.stock, one.imageUrl])).toEqual([
      ["362", "Moss", 5995, 4, null],
      ["363", "Snow", 6450, 5, "https://cdn11.bigcommerce.com/s-nordhem7/snow.jpg"],
    ]);
    const untracked = read("product");
    untracked.data.inventory_tracking = "none";
    store["/v3/catalog/products/205"] = untracked;
    expect(only("product", await ask("product", "205")).product.variants.map((one) => one.stock)).toEqual([null, null]);
  });
});

describe("BigCommerce's recovery link", () => {
  const cart = { externalId: cartId, recoveryUrl: null };
  const links = (name: string) => ({ cart_url: `https://nordhem.example/cart.php?${name}`, checkout_url: null });

  it("is asked for at each click, since it works once", async () => {
    let issued = 0;
    answer = ({ method }) => (method === "POST" ? { status: 201, json: { data: links(`t=${++issued}`) } } : null);
    const click = () => bigcommerce.freshRecoveryUrl?.(stub.connection(token), cart);
    expect([await click(), await click()]).toEqual([
      "https://nordhem.example/cart.php?t=1",
      "https://nordhem.example/cart.php?t=2",
    ]);
    expect(stub.asked()[0]).toBe(`POST /v3/carts/${cartId}/redirect_urls`);
  });

  it("of a cart that the shopper made is one to a copy with the same lines", async () => {
    const known = answer;
    answer = (request) => {
      if (request.path.endsWith("/redirect_urls")) return { status: 422, json: {} };
      return request.method === "POST"
        ? { status: 201, json: { data: { redirect_urls: links("copy") } } }
        : known(request);
    };
    const link = await bigcommerce.freshRecoveryUrl?.(stub.connection(token), cart);
    expect(link).toBe("https://nordhem.example/cart.php?copy");
    const made = stub.requests.at(-1);
    expect([made?.path, made?.query.get("include")]).toEqual(["/v3/carts", "redirect_urls"]);
    expect(JSON.parse(made?.text ?? "")).toEqual({
      customer_id: 11,
      channel_id: 1,
      currency: { code: "USD" },
      locale: "sv-SE",
      line_items: [{ product_id: 205, quantity: 2, option_selections: [{ option_id: 82, option_value: 186 }] }],
    });
  });

  it("of a cart that is gone is none", async () => {
    expect(
      await bigcommerce.freshRecoveryUrl?.(stub.connection(token), { externalId: "gone", recoveryUrl: null }),
    ).toBeNull();
  });
});

describe("BigCommerce's other doors", () => {
  it("make the hooks that are missing, wake the sleeping, and name those refused", async () => {
    const destination = "https://comeback.example/api/webhooks/shop_1";
    const standing = [
      { id: 1, scope: "store/cart/created", destination, is_active: true },
      { id: 2, scope: "store/cart/updated", destination, is_active: false },
      { id: 3, scope: "store/cart/deleted", destination: "https://elsewhere.example/", is_active: true },
    ];
    answer = ({ method, text }) => {
      if (method === "GET") return { json: { data: standing } };
      return text.includes("store/customer/") ? { status: 403, json: {} } : { status: 200, json: { data: {} } };
    };
    const done = await bigcommerce.registerHooks?.(stub.connection(token));
    expect(done?.missing).toEqual(["store/customer/created", "store/customer/updated"]);
    expect(done?.registered).toHaveLength(bigcommerce.setup.topics.length - 2);
    expect(stub.asked().filter((one) => one.startsWith("PUT"))).toEqual(["PUT /v3/hooks/2"]);
    expect(stub.requests.some((one) => one.method === "POST" && one.text.includes('"store/cart/created"'))).toBe(false);
    expect(stub.requests.some((one) => one.method === "POST" && one.text.includes('"store/cart/deleted"'))).toBe(true);
  });

  it("make a coupon of one use, and take one made before for made", async () => {
    const incentive = { name: "Ten", kind: "percent", percent: 10 } as const;
    const coupon = { code: "BACK-7Q2", incentive, expiresAt: new Date("2026-11-10T00:00:00Z"), currency: "USD" };
    answer = () => ({ status: 201, json: { id: 1 } });
    expect(await bigcommerce.mintCoupon?.(stub.connection(token), coupon)).toEqual({ code: "BACK-7Q2" });
    expect(JSON.parse(stub.requests[0]?.text ?? "")).toMatchObject({
      ...{ code: "BACK-7Q2", type: "percentage_discount", amount: "10", max_uses: 1 },
      expires: "Tue, 10 Nov 2026 00:00:00 +0000",
    });
    answer = ({ method }) => (method === "POST" ? { status: 409, json: {} } : { json: [{ code: "BACK-7Q2" }] });
    expect(await bigcommerce.mintCoupon?.(stub.connection(token), coupon)).toEqual({ code: "BACK-7Q2" });
    answer = ({ method }) => (method === "POST" ? { status: 400, json: {} } : { status: 204 });
    await expect(bigcommerce.mintCoupon?.(stub.connection(token), coupon)).rejects.toMatchObject({ reason: "refused" });
  });

  it("know where a store's API answers, and trust no hash that would lead elsewhere", () => {
    const base = (storeHash: string) => bigcommerce.apiBase?.({ url: "", credentials: { storeHash } });
    expect(base("nordhem7")).toBe("https://api.bigcommerce.com/stores/nordhem7");
    expect([base("../x"), base("a@evil.example/"), base("")]).toEqual([null, null, null]);
  });
});
