import type { Cart } from "#db/carts.ts";
import { complementsOf } from "#db/complements.ts";
import type { Scope } from "#db/scope.ts";
import type { StepPurpose } from "#domain/sequence.ts";

/**
 * What a message shows: the cart or its stand-in, but for what goes with an order the products that others ordered with
 * it, which the shop still has. Nothing is shown where it knows of none.
 */
export async function shownCart(scope: Scope, cart: Cart, purpose: StepPurpose): Promise<Cart> {
  if (purpose !== "complement") return cart;
  const lines = await complementsOf(scope, cart);
  return { ...cart, lines, recoveryUrl: lines[0]?.url ?? cart.recoveryUrl };
}
