import type { CartLine } from "#domain/cart.ts";
import { complementsOf } from "../complements.ts";
import { endByOrders, orderedAgain, refuseOrderTrigger, takeOrderTrigger } from "../order-triggers.ts";
import { getOrder } from "../orders.ts";
import type { Scope } from "../scope.ts";
import { standInOfOrder, standInOfVisit } from "../stand-ins.ts";
import { lockVisit, lookedAt, recordView, settleVisit, type Visit, visitorOf } from "../visits.ts";
import type { Owned } from "./foreign-owned.ts";

type Call = (b: Scope, a: Owned, now: Date) => Promise<unknown>;

const nothing = { url: null, imageUrl: null, price: null, currency: null };

const kettle: CartLine[] = [
  {
    ...{ id: "kettle", productId: "kettle", variantId: null, sku: null, title: "Kettle", variantTitle: null },
    ...{ quantity: 1, unitPrice: 50, lineTotal: 50, imageUrl: null, url: null },
  },
];

const visitOf = (a: Pick<Owned, "tenantId" | "shop">, now: Date): Visit => ({
  ...{
    tenantId: a.tenantId,
    id: a.shop.replace("shop_", "vis_"),
    shopId: a.shop,
    visitor: "browser:x",
    contactId: null,
  },
  ...{ startedAt: new Date(0), lastViewAt: now, settledAt: null, refusal: null },
});

export const triggerReads: Record<string, Call> = {
  complementsOf: (b, a) => complementsOf(b, { ...a.cartRow, contactId: null, currency: "EUR", lines: kettle }),
  lockVisit: (b, a, now) => lockVisit(b, visitOf(a, now).id),
  lookedAt: (b, a, now) => lookedAt(b, visitOf(a, now)),
  orderedAgain: (b, a) => orderedAgain(b, a.contact, new Date(0)),
  visitorOf: async (b, a, now) => {
    const found = await visitorOf(b, { ...visitOf(a, now), visitor: a.cart.replace("cart_", "") });
    return found.contactId;
  },
};

export const triggerWrites: Record<string, Call> = {
  endByOrders: (b, a, now) => endByOrders(b, [a.order], now),
  recordView: (b, a, now) =>
    recordView(
      b,
      {
        ...{ shopId: a.shop, webhookEventId: a.webhook, visitor: "browser:x", contact: null, at: now },
        product: { ...nothing, externalId: "kettle", title: "Theirs" },
      },
      now,
    ),
  refuseOrderTrigger: (b, a) => refuseOrderTrigger(b, { sequenceId: a.sequence, orderId: a.order }, "cancelled"),
  settleVisit: (b, a, now) => settleVisit(b, visitOf(a, now).id, "carted", now),
  standInOfOrder: async (b, a, now) => {
    const order = await getOrder(b, a.order);
    return order && standInOfOrder(b, order, now);
  },
  standInOfVisit: (b, a, now) =>
    standInOfVisit(
      b,
      { visit: { ...visitOf(a, now), id: "vis_new" }, contactId: a.contact, seen: { currency: "EUR", lines: [] } },
      now,
    ),
  takeOrderTrigger: (b, a, now) =>
    takeOrderTrigger(b, { sequenceId: a.sequence, orderId: a.order, kind: "order_placed" }, now),
};
