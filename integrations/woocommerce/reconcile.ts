import { z } from "zod";
import type { ShopEvent } from "#domain/shop-event.ts";
import type { Connection, Reconciled } from "../platform.ts";
import { PlatformFault } from "../platform-api.ts";
import { firstLook, readOn, type Since, sinceShape } from "../since.ts";
import { wooApi } from "./connect.ts";
import { translateOrder } from "./orders.ts";

const pageSize = 50;

const stored = z.object({ stage: z.enum(["drafts", "orders"]), drafts: sinceShape, orders: sinceShape });
type Cursor = z.infer<typeof stored>;

/** One page of drafts, then of orders, by the time of their change. WooCommerce never repeats a webhook, so this matters. */
export async function reconcile(connection: Connection, cursor: string | null, now: Date): Promise<Reconciled> {
  const from = cursorFrom(cursor, now);
  const { stage } = from;
  const list = await listOf(connection, stage === "drafts" ? "checkout-draft" : "any", from[stage]);
  const request = {
    topic: "order.updated",
    body: new Uint8Array(),
    shopCurrency: connection.currency,
    receivedAt: now,
  };
  const events = list.flatMap((json): ShopEvent[] => {
    const translation = translateOrder(json, request);
    return translation.kind === "events" ? translation.events : [];
  });
  const full = list.length === pageSize;
  const next = { ...from, [stage]: readOn(from[stage], list.map(changedAt), full) };
  if (full) return { events, cursor: JSON.stringify(next), more: true };
  const other = stage === "drafts" ? "orders" : "drafts";
  return { events, cursor: JSON.stringify({ ...next, stage: other }), more: other === "orders" };
}

function cursorFrom(text: string | null, now: Date): Cursor {
  const anew = { stage: "drafts" as const, drafts: firstLook(now), orders: firstLook(now) };
  if (text === null) return anew;
  try {
    return stored.safeParse(JSON.parse(text)).data ?? anew;
  } catch {
    return anew;
  }
}

async function listOf(connection: Connection, status: string, { since, page }: Since): Promise<unknown[]> {
  const query = new URLSearchParams({
    status,
    // `modified_after` leaves out its own second.
    modified_after: new Date(since.getTime() - 1000).toISOString().replace(/\.\d+Z$/, ""),
    ...{ dates_are_gmt: "true", orderby: "modified", order: "asc", per_page: String(pageSize), page: String(page) },
  });
  // Shops whose blocks are switched off know no such status.
  const accept = status === "checkout-draft" ? [400] : [];
  const answer = await wooApi(connection).call({ method: "GET", path: `orders?${query}`, accept });
  if (answer.status === 400) return [];
  if (!Array.isArray(answer.json)) throw new PlatformFault("unreadable_answer");
  return answer.json;
}

const changed = z.object({ date_modified_gmt: z.string() });

function changedAt(json: unknown): Date {
  const at = new Date(`${changed.safeParse(json).data?.date_modified_gmt}Z`);
  return Number.isNaN(at.getTime()) ? new Date(0) : at;
}
