import type { OrderStatus } from "#domain/order.ts";
import type { Translation } from "#domain/shop-event.ts";
import { readJson } from "../json-body.ts";
import type { TranslateRequest } from "../platform.ts";
import { rejectionOf } from "../shapes.ts";
import { charge, event, session } from "./payloads.ts";
import { expiredCart, sessionOrder } from "./sessions.ts";

const orderStatusByType = new Map<string, OrderStatus>([
  ["checkout.session.completed", "placed"],
  ["checkout.session.async_payment_succeeded", "placed"],
  ["checkout.session.async_payment_failed", "cancelled"],
]);

export const stripeTopics = ["checkout.session.expired", ...orderStatusByType.keys(), "charge.refunded"];

export function translate(request: TranslateRequest): Translation {
  const body = readJson(request.body);
  return body.kind === "rejected" ? body : translateEvent(body.json, request);
}

/** One event, as a webhook brings it and as `GET /v1/events` lists it: the body's own type decides. */
export function translateEvent(
  json: unknown,
  { shopCurrency, receivedAt }: Pick<TranslateRequest, "shopCurrency" | "receivedAt">,
): Translation {
  const parsed = event.safeParse(json);
  if (!parsed.success) return rejectionOf(parsed.error);
  const { type, created, data } = parsed.data;
  if (!stripeTopics.includes(type)) return { kind: "ignored", reason: "unknown_topic" };
  if (type === "charge.refunded") return translateRefund(data.object);
  const read = session.safeParse(data.object);
  if (!read.success) return rejectionOf(read.error);
  // A session that only saves a card sells nothing.
  if (read.data.mode === "setup") return { kind: "ignored", reason: "nothing_to_do" };
  const status = orderStatusByType.get(type);
  if (status) {
    const facts = { status, refunded: 0, orderedAt: created, sourceUpdatedAt: created };
    return sessionOrder(read.data, shopCurrency, facts);
  }
  if (!read.data.line_items) return { kind: "incomplete", what: "session", id: read.data.id, topic: type };
  return expiredCart(read.data, shopCurrency, receivedAt);
}

/** A charge knows its payment but not its session, which must be asked for. */
function translateRefund(json: unknown): Translation {
  const parsed = charge.safeParse(json);
  if (!parsed.success) return rejectionOf(parsed.error);
  const { payment_intent: id } = parsed.data;
  if (!id) return { kind: "ignored", reason: "nothing_to_do" };
  return { kind: "incomplete", what: "payment", id, topic: "charge.refunded" };
}
