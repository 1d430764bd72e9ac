import { operation } from "#auth/operation.ts";
import { listApiDecisions } from "#db/api-decision-views.ts";
import { readCartClock } from "#db/cart-clock-views.ts";
import { readCart } from "#db/cart-views.ts";
import { byId } from "../shapes.ts";
import { clockAnswer } from "./clock-answer.ts";
import { cart } from "./shapes.ts";

export const getCart = operation({
  id: "get_cart",
  method: "GET",
  path: "/carts/{id}",
  tag: "Carts",
  summary: "Read a cart, its clock, and why it was or was not written to",
  scope: "read",
  params: byId,
  answer: cart,
  example: { params: { id: "cart_01kh3…" } },
  run: async ({ scope, params, now }) => {
    const head = await readCart(scope, params.id);
    const { id, externalId, state, shop, contact, lines, totals, currency, discountCodes } = head;
    const decisions = await listApiDecisions(scope, id);
    const clock = clockAnswer(await readCartClock(scope, id, now), decisions);
    const who = contact && { id: contact.id, address: contact.address, suppressed: contact.suppressed };
    const told = { id, externalId, shopId: shop.id, state, contact: who, currency, lines, totals, discountCodes };
    return { ...told, clock, decisions };
  },
});
