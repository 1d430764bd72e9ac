import { eq } from "drizzle-orm";
import { currentTime } from "#db/clock.ts";
import { messages } from "#db/schema/messages.ts";
import { type Scope, withScope } from "#db/scope.ts";
import type { House } from "./house.ts";
import type { TestTenant } from "./tenant.ts";
import { cartUpdated, sendShopEvent } from "./webhooks.ts";

/** All rows of a tenant in one table, as the app's own role sees them. */
export function rowsOf<T>(tenant: TestTenant, read: (scope: Scope) => Promise<T>): Promise<T> {
  return withScope(tenant.tenantId, read);
}

/** The messages that left, in the order of their steps. */
export function sentOf(tenant: TestTenant) {
  return withScope(tenant.tenantId, (scope) =>
    scope.db.select().from(messages).where(eq(messages.status, "sent")).orderBy(messages.position),
  );
}

/** Fills a cart for a person and lets it go quiet past the threshold. Returns the cart's external id. */
export async function abandon(
  house: House,
  tenant: TestTenant,
  email: string,
  cartId = `cart-${email}`,
): Promise<string> {
  await sendShopEvent(tenant, cartUpdated(cartId, { email, firstName: "Mia" }, await currentTime()));
  await house.advance(1);
  await house.advance(61);
  return cartId;
}
