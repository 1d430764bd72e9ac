import { contactHistory } from "#db/brief-facts.ts";
import type { Cart } from "#db/carts.ts";
import type { Scope } from "#db/scope.ts";
import { countOrdersSince } from "#db/template-facts.ts";
import type { TemplateName } from "#domain/sequence.ts";
import { proofDays, type TemplateFacts, templateNeeds } from "#domain/template.ts";

const dayMs = 86_400_000;

/** The facts that a template is built around, and no others: each costs a query for each message. */
export async function loadTemplateFacts(
  scope: Scope,
  { template, cart, stock }: { template: TemplateName; cart: Cart; stock: TemplateFacts["stock"] },
  now: Date,
): Promise<TemplateFacts> {
  const need = templateNeeds[template];
  const since = new Date(now.getTime() - proofDays * dayMs);
  const asked = { currency: cart.currency, now };
  return {
    stock,
    shopOrders: need === "shop_orders" ? await countOrdersSince(scope, cart.shopId, since) : null,
    ownOrders:
      need === "own_orders" && cart.contactId ? (await contactHistory(scope, cart.contactId, asked)).orders : null,
  };
}
