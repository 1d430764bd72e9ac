import { z } from "zod";
import { operation } from "#auth/operation.ts";
import { type ApiOrder, listApiOrders, readApiOrder } from "#db/api-order-views.ts";
import { orderStatuses } from "#domain/order.ts";
import { byId, id, instant, money, pageOf, paging } from "../shapes.ts";

const order = z
  .strictObject({
    ...{ id, shopId: id, number: z.string().nullable(), contactId: id.nullable(), status: z.enum(orderStatuses) },
    ...{ total: money, discount: money, refunded: money, discountCodes: z.array(z.string()) },
    lines: z.array(z.strictObject({ title: z.string(), quantity: z.int(), unitPrice: money })),
    orderedAt: instant,
  })
  .meta({ id: "Order" });

function told({ currency, total, discount, refunded, lines, ...row }: ApiOrder): z.infer<typeof order> {
  const of = (amount: number) => ({ amount, currency });
  return {
    ...row,
    ...{ total: of(total), discount: of(discount), refunded: of(refunded) },
    lines: lines.map(({ title, quantity, unitPrice }) => ({ title, quantity, unitPrice: of(unitPrice) })),
  };
}

export const listOrders = operation({
  id: "list_orders",
  method: "GET",
  path: "/orders",
  tag: "Orders",
  summary: "List orders, newest first",
  scope: "read",
  query: z.strictObject({
    contact: z.string().min(1).max(320).optional().meta({ description: "Only those of this address" }),
    ...paging,
  }),
  answer: pageOf(order),
  run: async ({ scope, query }) => {
    const { data, next } = await listApiOrders(scope, query);
    return { data: data.map(told), next };
  },
});

export const getOrder = operation({
  id: "get_order",
  method: "GET",
  path: "/orders/{id}",
  tag: "Orders",
  summary: "Read an order",
  scope: "read",
  params: byId,
  answer: order,
  run: async ({ scope, params }) => told(await readApiOrder(scope, params.id)),
});
