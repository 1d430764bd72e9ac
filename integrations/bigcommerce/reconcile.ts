import { z } from "zod";
import type { ShopEvent } from "#domain/shop-event.ts";
import type { Connection, Reconciled } from "../platform.ts";
import { type Api, PlatformFault } from "../platform-api.ts";
import { firstLook, readOn, type Since, sinceShape } from "../since.ts";
import { bigcommerceApi, withLines } from "./ask.ts";
import { customers, order, orderPage } from "./payloads.ts";
import { customerFrom } from "./people.ts";

const cursorShape = z.object({ orders: sinceShape, customers: sinceShape });
type Cursor = z.infer<typeof cursorShape>;

/** Each order costs two requests more, for its lines and its codes. */
const orderPageSize = 20;
const customerPageSize = 50;

/**
 * Orders and customers changed since the cursor. BigCommerce has no list of carts: one whose webhook was lost comes
 * with its next change, or an hour later as `store/cart/abandoned`.
 */
export async function reconcile(connection: Connection, cursor: string | null, now: Date): Promise<Reconciled> {
  const api = bigcommerceApi(connection);
  const from = cursorFrom(cursor, now);
  const orders = await ordersSince(api, from.orders, connection.currency);
  const people = await customersSince(api, from.customers, now);
  const next = { orders: orders.next, customers: people.next };
  return {
    events: [...orders.events, ...people.events],
    cursor: JSON.stringify(next),
    more: orders.full || people.full,
  };
}

type Page = { events: ShopEvent[]; next: Since; full: boolean };

async function ordersSince(api: Api, from: Since, shopCurrency: string | null): Promise<Page> {
  const query = new URLSearchParams({
    min_date_modified: from.since.toISOString(),
    sort: "date_modified:asc",
    limit: String(orderPageSize),
    page: String(from.page),
  });
  // An empty list is answered by 204 and no body.
  const { json } = await api.call({ method: "GET", path: `/v2/orders?${query}` });
  const page = orderPage.safeParse(json ?? []);
  if (!page.success) throw new PlatformFault("unreadable_answer");
  const events: ShopEvent[] = [];
  const times: Date[] = [];
  for (const one of page.data) {
    const parsed = order.safeParse(one);
    if (!parsed.success) continue;
    times.push(parsed.data.date_modified);
    const said = await withLines(api, parsed.data, { cartId: null, shopCurrency });
    if (said.kind === "events") events.push(...said.events);
  }
  const full = page.data.length >= orderPageSize;
  return { events, next: readOn(from, times, full), full };
}

async function customersSince(api: Api, from: Since, now: Date): Promise<Page> {
  const query = new URLSearchParams({
    "date_modified:min": from.since.toISOString(),
    sort: "date_modified:asc",
    include: "addresses",
    limit: String(customerPageSize),
    page: String(from.page),
  });
  const { json } = await api.call({ method: "GET", path: `/v3/customers?${query}` });
  const parsed = customers.safeParse(json);
  if (!parsed.success) throw new PlatformFault("unreadable_answer");
  const { data } = parsed.data;
  const events = data.flatMap((one) => {
    const said = customerFrom(one, now);
    return said.kind === "events" ? said.events : [];
  });
  const times = data.flatMap((one) => one.date_modified ?? []);
  const full = data.length >= customerPageSize;
  return { events, next: readOn(from, times, full), full };
}

function cursorFrom(cursor: string | null, now: Date): Cursor {
  const first = { orders: firstLook(now), customers: firstLook(now) };
  if (cursor === null) return first;
  try {
    return cursorShape.safeParse(JSON.parse(cursor)).data ?? first;
  } catch {
    return first;
  }
}
