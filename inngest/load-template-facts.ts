import { contactHistory } from "#db/brief-facts.ts";
import type { Cart } from "#db/carts.ts";
import type { Scope } from "#db/scope.ts";
import { countOrdersSince } from "#db/template-facts.ts";
import type { TemplateName } from "#domain/sequence.ts";
import { proofDays, type TemplateFacts, templateNeeds } from "#domain/template.ts";

const dayMs = 86_400_000;

/** Which facts that cost a query a message asks for. */
export type FactsAsked = { shopOrders: boolean; ownOrders: boolean };

/** What a built-in template asks for. */
export function needsOf(template: TemplateName): FactsAsked {
  const need = templateNeeds[template];
  return { shopOrders: need === "shop_orders", ownOrders: need === "own_orders" };
}

/** The facts that a template is built around, and no others: each costs a query for each message. */
export async function loadTemplateFacts(
  scope: Scope,
  { needs, cart, stock }: { needs: FactsAsked; cart: Cart; stock: TemplateFacts["stock"] },
  now: Date,
): Promise<TemplateFacts> {
  const since = new Date(now.getTime() - proofDays * dayMs);
  const asked = { currency: cart.currency, now };
  return {
    stock,
    shopOrders: needs.shopOrders ? await countOrdersSince(scope, cart.shopId, since) : null,
    ownOrders: needs.ownOrders && cart.contactId ? (await contactHistory(scope, cart.contactId, asked)).orders : null,
  };
}
