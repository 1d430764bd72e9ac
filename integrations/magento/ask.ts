import type { Incomplete, ShopEvent, Translation } from "#domain/shop-event.ts";
import type { Connection } from "../platform.ts";
import { type Api, apiOf, PlatformFault } from "../platform-api.ts";
import { rejectionOf, webUrl } from "../shapes.ts";
import { cartFrom } from "./carts.ts";
import { orderFrom } from "./orders.ts";
import { cart, order, page } from "./payloads.ts";

export function magentoApi(connection: Connection): Api {
  const token = connection.credentials.accessToken;
  if (!token) throw new PlatformFault("not_configured");
  return apiOf(connection, { authorization: `Bearer ${token}` });
}

export type Criteria = {
  /** Any one of these must hold. */
  filters: { field: string; value: string; conditionType: string }[];
  sortBy?: string;
  pageSize: number;
  currentPage?: number;
};

/** A list's path with `searchCriteria` as Magento's REST wants them. */
export function searchPath(path: string, { filters, sortBy, pageSize, currentPage = 1 }: Criteria): string {
  const query = new URLSearchParams();
  for (const [at, filter] of filters.entries()) {
    for (const [name, value] of Object.entries(filter)) {
      query.set(`searchCriteria[filterGroups][0][filters][${at}][${name}]`, value);
    }
  }
  if (sortBy) {
    query.set("searchCriteria[sortOrders][0][field]", sortBy);
    query.set("searchCriteria[sortOrders][0][direction]", "ASC");
  }
  query.set("searchCriteria[pageSize]", String(pageSize));
  query.set("searchCriteria[currentPage]", String(currentPage));
  return `${path}?${query}`;
}

/** Fetches the row that an observer named. */
export async function complete(connection: Connection, event: Incomplete, receivedAt: Date): Promise<Translation> {
  const api = magentoApi(connection);
  const id = encodeURIComponent(event.id);
  if (event.what === "order_number") return ordersNumbered(api, event.id, { connection, receivedAt });
  const path = event.what === "cart" ? `/V1/carts/${id}` : `/V1/orders/${id}`;
  const answer = await api.call({ method: "GET", path, accept: [404] });
  if (answer.status === 404) return { kind: "ignored", reason: "nothing_to_do" };
  const read = event.what === "cart" ? cartOf : orderOf;
  return read(answer.json, connection, receivedAt);
}

export function cartOf(json: unknown, connection: Connection, receivedAt: Date): Translation {
  const parsed = cart.safeParse(json);
  if (!parsed.success) return rejectionOf(parsed.error);
  const recoveryUrl = recoveryUrlOf(connection, parsed.data.id);
  return cartFrom(parsed.data, { shopCurrency: connection.currency, receivedAt, recoveryUrl });
}

export function orderOf(json: unknown, connection: Connection, receivedAt: Date): Translation {
  const parsed = order.safeParse(json);
  if (!parsed.success) return rejectionOf(parsed.error);
  return orderFrom(parsed.data, { shopCurrency: connection.currency, receivedAt });
}

/**
 * Magento has no link that restores a cart: the cart's page shows a customer's own after sign-in, and a guest's in the
 * browser it was filled in. A shop that has more, such as a headless one, gives its own form with `{id}` in it.
 */
function recoveryUrlOf(connection: Connection, cartId: string): string | null {
  const own = connection.credentials.recoveryLink?.trim();
  if (own) return webUrl(own.replaceAll("{id}", encodeURIComponent(cartId)));
  return webUrl(`${connection.apiBase.replace(/\/rest\/all\/?$/, "")}/checkout/cart/`);
}

/** Numbers are unique within one store view only. */
async function ordersNumbered(
  api: Api,
  number: string,
  { connection, receivedAt }: { connection: Connection; receivedAt: Date },
): Promise<Translation> {
  const filters = [{ field: "increment_id", value: number, conditionType: "eq" }];
  const { json } = await api.call({ method: "GET", path: searchPath("/V1/orders", { filters, pageSize: 10 }) });
  const events: ShopEvent[] = [];
  for (const one of page.safeParse(json).data?.items ?? []) {
    const said = orderOf(one, connection, receivedAt);
    if (said.kind === "events") events.push(...said.events);
  }
  return events.length > 0 ? { kind: "events", events } : { kind: "ignored", reason: "nothing_to_do" };
}
