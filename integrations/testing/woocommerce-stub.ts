import { type JsonServer, type StubAnswer, type StubRequest, startJsonServer } from "./json-server.ts";

type Order = { id: number; status: string; date_modified_gmt: string } & Record<string, unknown>;
export type WooHook = { id: number; status: string; topic: string; delivery_url: string; secret?: string };

/** What the shop holds; tests read and change it. */
export type WooShop = {
  orders: Order[];
  hooks: WooHook[];
  coupons: Record<string, unknown>[];
  /** Statuses that the shop knows beside `any`. */
  statuses: string[];
  refusedTopics: string[];
  /** Called before each page of orders is answered, as shoppers go on shopping meanwhile. */
  meanwhile: () => void;
};

/** A shop that speaks the parts of WooCommerce's REST v3 which we use. */
export async function startWooStub(): Promise<JsonServer & { shop: WooShop }> {
  const shop: WooShop = {
    ...{ orders: [], hooks: [], coupons: [], refusedTopics: [], meanwhile: () => undefined },
    statuses: ["checkout-draft", "pending", "processing", "completed", "cancelled"],
  };
  return { ...(await startJsonServer((request) => answer(shop, request))), shop };
}

function answer(shop: WooShop, request: StubRequest): StubAnswer {
  const basic = Buffer.from("ck_key:cs_secret").toString("base64");
  if (request.headers.get("authorization") !== `Basic ${basic}`) {
    return { status: 401, json: { code: "woocommerce_rest_cannot_view" } };
  }
  const [, resource, id] = /^\/wp-json\/wc\/v3\/(\w+)(?:\/(\d+))?$/.exec(request.path) ?? [];
  const body = request.text ? JSON.parse(request.text) : {};
  if (resource === "orders") return ordersOf(shop, request.query);
  if (resource === "coupons") return couponOf(shop, body);
  if (resource === "webhooks" && request.method === "GET") return { json: shop.hooks };
  if (resource === "webhooks" && id) return { json: wake(shop, Number(id), body) };
  if (resource === "webhooks") return hookOf(shop, body);
  return { status: 404, json: { code: "rest_no_route" } };
}

function ordersOf(shop: WooShop, query: URLSearchParams): StubAnswer {
  const status = query.get("status") ?? "any";
  if (status !== "any" && !shop.statuses.includes(status)) {
    return { status: 400, json: { code: "rest_invalid_param" } };
  }
  shop.meanwhile();
  const after = query.get("modified_after") ?? "";
  const size = Number(query.get("per_page"));
  const start = (Number(query.get("page")) - 1) * size;
  const found = shop.orders
    .filter((order) => (status === "any" ? order.status !== "checkout-draft" : order.status === status))
    .filter((order) => order.date_modified_gmt > after)
    .sort((a, b) => (a.date_modified_gmt < b.date_modified_gmt ? -1 : 1));
  return { json: found.slice(start, start + size) };
}

function couponOf(shop: WooShop, body: Record<string, unknown>): StubAnswer {
  const code = String(body.code).toLowerCase();
  if (shop.coupons.some((one) => one.code === code)) {
    return { status: 400, json: { code: "woocommerce_rest_coupon_code_already_exists" } };
  }
  if (body.amount === "13") return { status: 400, json: { code: "rest_invalid_param" } };
  shop.coupons.push({ ...body, code });
  return { status: 201, json: { id: shop.coupons.length, ...body, code } };
}

function wake(shop: WooShop, id: number, body: { status?: string }): WooHook | null {
  const hook = shop.hooks.find((one) => one.id === id);
  return hook ? Object.assign(hook, body) : null;
}

function hookOf(shop: WooShop, body: Omit<WooHook, "id">): StubAnswer {
  if (shop.refusedTopics.includes(body.topic)) return { status: 400, json: { code: "woocommerce_rest_invalid_topic" } };
  shop.hooks.push({ ...body, id: 100 + shop.hooks.length });
  return { status: 201, json: shop.hooks.at(-1) };
}
