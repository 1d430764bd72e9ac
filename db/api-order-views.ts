import { sql } from "drizzle-orm";
import { AppError } from "#domain/app-error.ts";
import type { CartLine } from "#domain/cart.ts";
import { normalizeAddress } from "#domain/contact.ts";
import type { OrderStatus } from "#domain/order.ts";
import { iso } from "./instants.ts";
import { pageOf, readPosition } from "./keyset.ts";
import type { Scope } from "./scope.ts";

/** An order as the API tells of it; amounts are minor units of its currency. */
export type ApiOrder = {
  id: string;
  shopId: string;
  number: string | null;
  contactId: string | null;
  status: OrderStatus;
  currency: string;
  total: number;
  discount: number;
  refunded: number;
  discountCodes: string[];
  lines: CartLine[];
  orderedAt: string;
};

type Row = Omit<ApiOrder, "total" | "discount" | "refunded"> &
  Record<"total" | "discount" | "refunded", string | number>;

const columns = sql`o.id, o.shop_id as "shopId", o.number, o.contact_id as "contactId", o.status, o.currency, o.total,
  o.discount, o.refunded, o.discount_codes as "discountCodes", o.lines, o.ordered_at as "orderedAt"`;

function orderOf({ total, discount, refunded, orderedAt, ...row }: Row): ApiOrder {
  const amounts = { total: Number(total), discount: Number(discount), refunded: Number(refunded) };
  return { ...row, ...amounts, orderedAt: iso(orderedAt) };
}

type Which = { contact?: string; cursor?: string; limit?: number };

/** Orders, the newest first; of one contact when an address is given. */
export async function listApiOrders(scope: Scope, which: Which): Promise<{ data: ApiOrder[]; next: string | null }> {
  const { contact, limit = 50 } = which;
  const after = readPosition(which.cursor);
  const address = contact === undefined ? null : (normalizeAddress(contact) ?? contact);
  const rows = await scope.db.execute<Row & { at: string }>(sql`
    select ${columns}, o.ordered_at::text as at from orders o
    where o.tenant_id = ${scope.tenantId}
      and ${address === null ? sql`true` : sql`o.contact_id = (select id from contacts where tenant_id = ${scope.tenantId} and address = ${address})`}
      and ${after ? sql`(o.ordered_at, o.id) < (${after.at}::timestamptz, ${after.id})` : sql`true`}
    order by o.ordered_at desc, o.id desc limit ${limit + 1}`);
  const { kept, next } = pageOf([...rows], limit);
  return { data: kept.map(({ at: _, ...row }) => orderOf(row)), next };
}

/** One order; `not_found` for another tenant's. */
export async function readApiOrder(scope: Scope, id: string): Promise<ApiOrder> {
  const [row] = await scope.db.execute<Row>(sql`
    select ${columns} from orders o where o.tenant_id = ${scope.tenantId} and o.id = ${id}`);
  if (!row) throw new AppError("not_found", "There is no such order");
  return orderOf(row);
}
