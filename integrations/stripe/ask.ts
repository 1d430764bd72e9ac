import type { Incomplete, Translation } from "#domain/shop-event.ts";
import type { Connection } from "../platform.ts";
import { type Api, apiOf, PlatformFault } from "../platform-api.ts";
import { rejectionOf } from "../shapes.ts";
import { lineItems, paidCharge, paidSessions, type Session, session } from "./payloads.ts";
import { expiredCart, recoveryUrlOf, sessionOrder } from "./sessions.ts";

/** The API version that these shapes were read from; an account's own may be older. */
const version = "2026-10-28.endive";

export function stripeApi(connection: Connection): Api {
  const key = connection.credentials.apiKey;
  if (!key) throw new PlatformFault("not_configured");
  return apiOf(connection, { authorization: `Bearer ${key}`, "stripe-version": version });
}

/** A path with a query in Stripe's form: arrays and objects in brackets. */
export function withQuery(path: string, query: [string, string][]): string {
  return `${path}?${new URLSearchParams(query)}`;
}

/** Webhooks carry a session without its lines, and a charge without its session. */
export async function complete(connection: Connection, event: Incomplete, receivedAt: Date): Promise<Translation> {
  const api = stripeApi(connection);
  if (event.what === "payment") return refundedOrder(api, event.id, connection.currency);
  const answer = await api.call({ method: "GET", path: sessionPath(event.id), accept: [404] });
  if (answer.status === 404) return { kind: "ignored", reason: "nothing_to_do" };
  const parsed = session.safeParse(answer.json);
  if (!parsed.success) return rejectionOf(parsed.error);
  if (parsed.data.status !== "expired") return { kind: "ignored", reason: "nothing_to_do" };
  return expiredCart(await withAllLines(api, parsed.data), connection.currency, receivedAt);
}

/** The recovery link as it stands at the click; null once it has expired. */
export async function freshRecoveryUrl(
  connection: Connection,
  cart: { externalId: string; recoveryUrl: string | null },
): Promise<string | null> {
  const path = `/v1/checkout/sessions/${encodeURIComponent(cart.externalId)}`;
  const answer = await stripeApi(connection).call({ method: "GET", path, accept: [404] });
  const parsed = answer.status === 404 ? null : session.safeParse(answer.json);
  return parsed?.success ? recoveryUrlOf(parsed.data, new Date()) : null;
}

function sessionPath(id: string): string {
  return withQuery(`/v1/checkout/sessions/${encodeURIComponent(id)}`, [
    ["expand[]", "line_items"],
    ["expand[]", "line_items.data.price.product"],
  ]);
}

/** An expanded session shows its first ten lines. */
async function withAllLines(api: Api, read: Session): Promise<Session> {
  if (!read.line_items?.has_more) return read;
  const path = withQuery(`/v1/checkout/sessions/${encodeURIComponent(read.id)}/line_items`, [
    ["limit", "100"],
    ["expand[]", "data.price.product"],
  ]);
  const { json } = await api.call({ method: "GET", path });
  const parsed = lineItems.safeParse(json);
  return parsed.success ? { ...read, line_items: parsed.data } : read;
}

/** The order that a refunded payment belongs to, with its source time at the newest refund. */
async function refundedOrder(api: Api, paymentId: string, shopCurrency: string | null): Promise<Translation> {
  const path = withQuery("/v1/checkout/sessions", [
    ["payment_intent", paymentId],
    ["limit", "1"],
    ["expand[]", "data.line_items"],
    ["expand[]", "data.payment_intent.latest_charge.refunds"],
  ]);
  const { json } = await api.call({ method: "GET", path });
  const [found] = paidSessions.safeParse(json).data?.data ?? [];
  if (!found) return { kind: "ignored", reason: "nothing_to_do" };
  const read = session.safeParse(found);
  if (!read.success) return rejectionOf(read.error);
  const paid = paidCharge.safeParse(found);
  if (!paid.success) return rejectionOf(paid.error);
  const { refunded, amount_refunded, created, refunds } = paid.data.payment_intent.latest_charge;
  return sessionOrder(read.data, shopCurrency, {
    status: refunded ? "refunded" : "placed",
    refunded: amount_refunded,
    orderedAt: created,
    sourceUpdatedAt: (refunds?.data ?? []).reduce((last, one) => (one.created > last ? one.created : last), created),
  });
}
