import { stockOfLines } from "#db/brief-facts.ts";
import type { Cart } from "#db/carts.ts";
import type { Scope } from "#db/scope.ts";
import type { Brand, Tenant } from "#db/tenants.ts";
import { fewestLeft, mostLines } from "#domain/brief.ts";
import type { StorePolicies } from "#domain/draft.ts";
import { languageOf } from "#domain/language.ts";

/** What slots are filled with beside cart and contact: stock as it is now, and the policies where the reader knows their language. */
export async function loadSlotRows(
  scope: Scope,
  { language, cart, tenant, brand }: { language: string; cart: Cart; tenant: Tenant; brand: Brand },
): Promise<{ stock: (number | null)[]; stockLeft: number | null; store: StorePolicies }> {
  const stock = await stockOfLines(scope, cart.shopId, cart.lines.slice(0, mostLines));
  return { stock, stockLeft: fewestLeft(stock), store: policiesIn(language, tenant, brand) };
}

/** A policy is quoted in the shop's own words, which only readers of its language can be shown. */
export function policiesIn(language: string, tenant: Tenant, brand: Brand): StorePolicies {
  const spoken = languageOf(tenant.language) === languageOf(language);
  return { returns: spoken ? brand.returnsPolicy : null, shipping: spoken ? brand.shippingPolicy : null };
}
