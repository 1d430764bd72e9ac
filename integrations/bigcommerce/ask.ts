import type { Incomplete, Translation } from "#domain/shop-event.ts";
import { currencyOf, unknownCurrency } from "../basket.ts";
import type { Connection } from "../platform.ts";
import { type Api, apiOf, PlatformFault } from "../platform-api.ts";
import { rejectionOf } from "../shapes.ts";
import { cartFrom } from "./carts.ts";
import { orderFrom } from "./orders.ts";
import * as shapes from "./payloads.ts";
import { customerFrom } from "./people.ts";
import { productFrom } from "./products.ts";

const gone: Translation = { kind: "ignored", reason: "nothing_to_do" };

export function bigcommerceApi(connection: Connection): Api {
  const token = connection.credentials.accessToken;
  if (!token) throw new PlatformFault("not_configured");
  return apiOf(connection, { "x-auth-token": token });
}

/** Fetches what a webhook only named. What is gone by now changes nothing: another webhook says why. */
export async function complete(connection: Connection, event: Incomplete, receivedAt: Date): Promise<Translation> {
  const asked = { api: bigcommerceApi(connection), event, receivedAt, shopCurrency: connection.currency };
  return (await asks.get(event.what)?.(asked)) ?? gone;
}

type Asked = { api: Api; event: Incomplete; receivedAt: Date; shopCurrency: string | null };

const asks = new Map<string, (asked: Asked) => Promise<Translation>>([
  ["cart", wholeCart],
  ["order", wholeOrder],
  ["customer", wholeCustomer],
  ["product", wholeProduct],
]);

async function wholeCart({ api, event, shopCurrency, receivedAt }: Asked): Promise<Translation> {
  const name = encodeURIComponent(event.id);
  const path = `/v3/carts/${name}?include=line_items.physical_items.options,line_items.digital_items.options`;
  const answer = await api.call({ method: "GET", path, accept: [404] });
  if (answer.status === 404) return gone;
  const parsed = shapes.cart.safeParse(answer.json);
  if (!parsed.success) return rejectionOf(parsed.error);
  const { data: cart } = parsed.data;
  const typed = await api.call({ method: "GET", path: `/v3/checkouts/${name}`, accept: [404] });
  const checkout = shapes.checkout.safeParse(typed.json).data?.data ?? null;
  const customer = cart.customer_id ? await findCustomer(api, cart.customer_id) : null;
  return cartFrom({ cart, checkout, customer }, shopCurrency, receivedAt);
}

/** The name asked by is an order's id, with its cart's after a space where the webhook said it. */
async function wholeOrder({ api, event, shopCurrency }: Asked): Promise<Translation> {
  const [id = "", cartId = null] = event.id.split(" ");
  const answer = await api.call({ method: "GET", path: `/v2/orders/${encodeURIComponent(id)}`, accept: [404] });
  if (answer.status === 404) return gone;
  const parsed = shapes.order.safeParse(answer.json);
  return parsed.success ? withLines(api, parsed.data, { cartId, shopCurrency }) : rejectionOf(parsed.error);
}

/** An order with its lines and codes, which the v2 API keeps apart and, where there are none, answers by 204. */
export async function withLines(
  api: Api,
  order: shapes.OrderPayload,
  known: { cartId: string | null; shopCurrency: string | null },
): Promise<Translation> {
  const under = `/v2/orders/${encodeURIComponent(order.id)}`;
  const listed = await api.call({ method: "GET", path: `${under}/products?limit=250`, accept: [404] });
  const lines = shapes.orderLines.safeParse(listed.status === 200 ? listed.json : []);
  if (!lines.success) return rejectionOf(lines.error);
  const discounted = Number(order.coupon_discount ?? 0) > 0;
  const codes = discounted ? await api.call({ method: "GET", path: `${under}/coupons`, accept: [404] }) : null;
  const coupons = shapes.orderCoupons.safeParse(codes?.json).data ?? [];
  return orderFrom({ order, lines: lines.data, coupons, ...known });
}

async function wholeCustomer({ api, event, receivedAt }: Asked): Promise<Translation> {
  const customer = await findCustomer(api, event.id);
  return customer ? customerFrom(customer, receivedAt) : gone;
}

async function findCustomer(api: Api, id: string): Promise<shapes.CustomerPayload | null> {
  const path = `/v3/customers?id:in=${encodeURIComponent(id)}&include=addresses`;
  const { json } = await api.call({ method: "GET", path });
  return shapes.customers.safeParse(json).data?.data.find((one) => one.id === id) ?? null;
}

async function wholeProduct({ api, event, shopCurrency, receivedAt }: Asked): Promise<Translation> {
  const path = `/v3/catalog/products/${encodeURIComponent(event.id)}?include=variants,images`;
  const answer = await api.call({ method: "GET", path, accept: [404] });
  if (answer.status === 404) return gone;
  const parsed = shapes.product.safeParse(answer.json);
  if (!parsed.success) return rejectionOf(parsed.error);
  const currency = currencyOf(shopCurrency);
  return currency ? productFrom(parsed.data.data, currency, receivedAt) : unknownCurrency;
}
