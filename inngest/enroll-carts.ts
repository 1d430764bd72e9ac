import { enrollCart } from "./enroll-cart.ts";
import type { Announcement } from "./events.ts";
import { logFault } from "./log.ts";

/** Enters abandoned carts of many tenants; one that cannot be holds up no other, and is tried again by the sweep. */
export async function enrollCarts(carts: { tenantId: string; id: string }[], now: Date): Promise<Announcement[]> {
  const entered: Announcement[] = [];
  for (const { tenantId, id } of carts) {
    try {
      entered.push(...(await enrollCart(tenantId, id, now)));
    } catch (cause) {
      logFault("a cart could not be enrolled", { tenantId, cartId: id }, cause);
    }
  }
  return entered;
}
