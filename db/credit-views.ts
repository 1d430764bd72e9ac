import { sql } from "drizzle-orm";
import { AppError } from "#domain/app-error.ts";
import type {
  CreditedMessage,
  CreditTouch,
  FittedOn,
  ModelCredit,
  OrderCredit,
} from "#domain/attribution/credit-view.ts";
import type { FallbackReason } from "#domain/attribution/fitted.ts";
import { type AttributionModel, attributionModels, netValue, type OrganicReason } from "#domain/attribution.ts";
import { keptActs } from "#domain/touchpoint.ts";
import { newestWeights } from "./attribution-weights.ts";
import { iso, isoOrNull } from "./instants.ts";
import { getOrder } from "./orders.ts";
import type { Scope } from "./scope.ts";

const mostShown = 300;

/** An order under all models side by side, with the acts of its contact before it, persons' and machines'. */
export async function creditOfOrder(scope: Scope, orderId: string): Promise<OrderCredit> {
  const order = await getOrder(scope, orderId);
  if (!order) throw new AppError("not_found", "There is no such order");
  const { id, number, status, currency, total, refunded } = order;
  const touches = order.contactId ? await touchesBefore(scope, order.contactId, order.orderedAt) : [];
  const models = await modelsOf(scope, orderId);
  const ids = new Set([
    ...touches.map(({ messageId }) => messageId),
    ...models.flatMap(({ parts }) => parts.map(({ messageId }) => messageId)),
  ]);
  return {
    order: { id, number, status, currency, total, refunded, net: netValue(order), orderedAt: iso(order.orderedAt) },
    ...{ models, touches, messages: await messagesOf(scope, [...ids]), unkept: await countUnkept(scope, [...ids]) },
    fitted: await fittedOn(scope),
  };
}

/** The orders that came from a cart, the newest first. */
export async function ordersOfCart(scope: Scope, cartId: string): Promise<string[]> {
  const rows = await scope.db.execute<{ id: string }>(sql`
    select o.id from order_carts oc join orders o on o.tenant_id = oc.tenant_id and o.id = oc.order_id
    where oc.tenant_id = ${scope.tenantId} and oc.cart_id = ${cartId} order by o.ordered_at desc limit 20`);
  return [...rows].map(({ id }) => id);
}

type Row = {
  model: AttributionModel;
  messageId: string | null;
  organicReason: OrganicReason | null;
  fallback: FallbackReason | null;
  amount: number;
  share: number;
  windowDays: number;
};

async function modelsOf(scope: Scope, orderId: string): Promise<ModelCredit[]> {
  const rows = await scope.db.execute<Row>(sql`
    select model, message_id as "messageId", organic_reason as "organicReason", fallback, amount::float8 as amount,
      share, window_days::int as "windowDays"
    from conversions where tenant_id = ${scope.tenantId} and order_id = ${orderId} order by message_id`);
  return attributionModels.flatMap((model) => {
    const theirs = rows.filter((row) => row.model === model);
    const [first] = theirs;
    if (!first) return [];
    const parts = theirs.flatMap(({ messageId, amount, share, windowDays }) =>
      messageId === null ? [] : [{ messageId, amount, share, windowDays }],
    );
    return [{ model, parts, organicReason: first.organicReason, fallback: first.fallback }];
  });
}

async function touchesBefore(scope: Scope, contactId: string, until: Date): Promise<CreditTouch[]> {
  const rows = await scope.db.execute<CreditTouch>(sql`
    select click_id as id, message_id as "messageId", kind, by, machine_reason as "machineReason", at
    from touchpoints where tenant_id = ${scope.tenantId} and contact_id = ${contactId}
      and at <= ${iso(until)}::timestamptz and at > ${iso(until)}::timestamptz - interval '90 days'
    order by at desc, click_id desc limit ${mostShown}`);
  return [...rows].map((row) => ({ ...row, at: iso(row.at) })).toReversed();
}

async function messagesOf(scope: Scope, ids: string[]): Promise<CreditedMessage[]> {
  const rows = await scope.db.execute<CreditedMessage>(sql`
    select id, subject, channel, position, sent_at as "sentAt" from messages
    where tenant_id = ${scope.tenantId} and id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))
    order by sent_at, id`);
  return [...rows].map((row) => ({ ...row, sentAt: isoOrNull(row.sentAt) }));
}

async function countUnkept(scope: Scope, messageIds: string[]): Promise<number> {
  const [row] = await scope.db.execute<{ unkept: number }>(sql`
    select coalesce(sum(greatest(seen - ${keptActs}, 0)), 0)::int as unkept from touchpoint_tallies
    where tenant_id = ${scope.tenantId}
      and message_id in (select jsonb_array_elements_text(${JSON.stringify(messageIds)}::jsonb))`);
  return row?.unkept ?? 0;
}

/** On what the fitted models stand. */
export async function fittedOn(scope: Scope): Promise<FittedOn> {
  const weights = await newestWeights(scope);
  if (!weights) return null;
  const { computedAt, shoppers, conversions, windowDays } = weights;
  return { computedAt: iso(computedAt), shoppers, conversions, days: windowDays, enough: weights.weights !== null };
}
