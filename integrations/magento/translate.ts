import { z } from "zod";
import type { Translation } from "#domain/shop-event.ts";
import { readJson } from "../json-body.ts";
import type { TranslateRequest } from "../platform.ts";
import { optional, optionalId, rejectionOf } from "../shapes.ts";

/** What an admin may subscribe us to: observers of the saves of carts and orders, as webhooks or as I/O events. */
export const magentoTopics = ["observer.sales_quote_save_commit_after", "observer.sales_order_save_commit_after"];

const ids = {
  entity_id: optionalId,
  id: optionalId,
  increment_id: optionalId,
  items: optional(z.array(z.object({ order_id: optionalId }))),
};
const nested = optional(z.object(ids));

const rows = { ...ids, quote: nested, order: nested };

/** An I/O event (CloudEvents) names itself by `type`, a webhook by `eventName`; which fields follow, the admin chose. */
const payload = z.object({
  type: optional(z.string()),
  eventName: optional(z.string()),
  ...rows,
  data: optional(z.object({ ...rows, value: optional(z.object(rows)) })),
});

/** Observers send as much or little of a row as they were told, so that the row is asked for by its id. */
export function translate(request: TranslateRequest): Translation {
  const body = readJson(request.body);
  if (body.kind === "rejected") return body;
  const parsed = payload.safeParse(body.json);
  if (!parsed.success) return rejectionOf(parsed.error);
  const { type, eventName, data } = parsed.data;
  const topic = type ?? eventName ?? request.topic;
  const value = data?.value ?? data ?? parsed.data;
  if (/sales_quote_(save|merge)/.test(topic)) return named("cart", value.quote ?? value, topic);
  if (/sales_order_(save|place|cancel)/.test(topic)) return named("order", value.order ?? value, topic);
  if (topic !== "unknown") return { kind: "ignored", reason: "unknown_topic" };
  // An admin who chose fields may have left out the event's name: what the row is called says it too.
  if (value.quote) return named("cart", value.quote, topic);
  return value.order ? named("order", value.order, topic) : { kind: "ignored", reason: "unknown_topic" };
}

type Row = NonNullable<z.infer<typeof nested>>;

/** Events of orders are seen without an `entity_id`; their lines and their number name them too. */
function named(what: "cart" | "order", row: Row, topic: string): Translation {
  const ofLines = what === "order" ? (row.items?.[0]?.order_id ?? null) : null;
  const id = row.entity_id ?? row.id ?? ofLines;
  if (id && /^\d+$/.test(id)) return { kind: "incomplete", what, id, topic };
  if (what === "order" && row.increment_id) {
    return { kind: "incomplete", what: "order_number", id: row.increment_id, topic };
  }
  return { kind: "rejected", reason: "invalid_shape", detail: "data.entity_id" };
}
