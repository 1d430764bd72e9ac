import { z } from "zod";
import { operation } from "#auth/operation.ts";
import { type FoundCart, findCarts } from "#db/api-cart-views.ts";
import { cartStates } from "#domain/cart.ts";
import { pageOf, paging } from "../shapes.ts";
import { foundCart } from "./shapes.ts";

const filters = {
  externalId: z.string().min(1).max(255).optional().meta({ description: "The shop's own id" }),
  contact: z.string().min(1).max(320).optional().meta({ description: "Whose carts, by address" }),
};

export const listCarts = operation({
  id: "list_carts",
  method: "GET",
  path: "/carts",
  tag: "Carts",
  summary: "List carts, newest activity first",
  scope: "read",
  query: z.strictObject({
    ...filters,
    state: z.enum(cartStates).optional().meta({ description: "Only carts that stand like this" }),
    ...paging,
  }),
  answer: pageOf(foundCart),
  example: { query: { contact: "ada@example.com" } },
  run: async ({ scope, query }) => told(await findCarts(scope, query)),
});

export const listAbandonedCarts = operation({
  id: "list_abandoned_carts",
  method: "GET",
  path: "/carts/abandoned",
  tag: "Carts",
  summary: "List the carts that stand abandoned now",
  description: "Quiet for longer than the tenant's threshold, neither ordered, emptied nor merged.",
  scope: "read",
  query: z.strictObject({ ...filters, ...paging }),
  answer: pageOf(foundCart),
  run: async ({ scope, query }) => told(await findCarts(scope, { ...query, state: "abandoned" })),
});

function told({ data, next }: { data: FoundCart[]; next: string | null }) {
  const rows = data.map(({ total, currency, totals: _, ...cart }) => ({ ...cart, total: { amount: total, currency } }));
  return { data: rows, next };
}
