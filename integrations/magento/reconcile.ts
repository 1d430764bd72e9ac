import { z } from "zod";
import type { ShopEvent, Translation } from "#domain/shop-event.ts";
import type { Connection, Reconciled } from "../platform.ts";
import { PlatformFault } from "../platform-api.ts";
import { firstLook, readOn, type Since, sinceShape } from "../since.ts";
import { cartOf, magentoApi, orderOf, searchPath } from "./ask.ts";
import { page, utc } from "./payloads.ts";

const cursorShape = z.object({ orders: sinceShape, carts: sinceShape });
type Cursor = z.infer<typeof cursorShape>;

const pageSize = 50;
const changed = z.object({ updated_at: utc });

/** Open Source has no webhooks: this is where its carts and orders come from. Orders first, so that none is mailed. */
export async function reconcile(connection: Connection, cursor: string | null, now: Date): Promise<Reconciled> {
  const from = cursorFrom(cursor, now);
  const orders = await look(connection, from.orders, { path: "/V1/orders", read: orderOf, now });
  const carts = await look(connection, from.carts, { path: "/V1/carts/search", read: cartOf, now });
  return {
    events: [...orders.events, ...carts.events],
    cursor: JSON.stringify({ orders: orders.next, carts: carts.next }),
    more: orders.full || carts.full,
  };
}

type Source = { path: string; read: (json: unknown, connection: Connection, now: Date) => Translation; now: Date };
type Page = { events: ShopEvent[]; next: Since; full: boolean };

async function look(connection: Connection, from: Since, { path, read, now }: Source): Promise<Page> {
  const value = from.since.toISOString().slice(0, 19).replace("T", " ");
  // A row not changed since it was made has no time of change: it is found by the time it was made.
  const filters = ["updated_at", "created_at"].map((field) => ({ field, value, conditionType: "gteq" }));
  const criteria = { filters, sortBy: "updated_at", pageSize, currentPage: from.page };
  const { json } = await magentoApi(connection).call({ method: "GET", path: searchPath(path, criteria) });
  const parsed = page.safeParse(json);
  if (!parsed.success) throw new PlatformFault("unreadable_answer");
  const rows = parsed.data.items ?? [];
  const events = rows.flatMap((row) => {
    const said = read(row, connection, now);
    return said.kind === "events" ? said.events : [];
  });
  const times = rows.flatMap((row) => changed.safeParse(row).data?.updated_at ?? []);
  const full = rows.length >= pageSize;
  return { events, next: readOn(from, times, full), full };
}

function cursorFrom(cursor: string | null, now: Date): Cursor {
  const first = { orders: firstLook(now), carts: firstLook(now) };
  if (cursor === null) return first;
  try {
    return cursorShape.safeParse(JSON.parse(cursor)).data ?? first;
  } catch {
    return first;
  }
}
