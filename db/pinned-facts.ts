import { and, eq } from "drizzle-orm";
import type { PinnedFacts, PinnedIncentive, PinnedLine } from "#domain/revalidation.ts";
import { stockOfLines } from "./brief-facts.ts";
import { type Cart, getCart } from "./carts.ts";
import { couponOf } from "./coupons.ts";
import { getDecision } from "./decisions.ts";
import { getEnrollment } from "./enrollments.ts";
import { incentives } from "./schema/sequences.ts";
import type { Scope } from "./scope.ts";

/** What the words for a decision stand on, from rows as they are now: kept with a draft, and compared with later. */
export async function factsToPin(scope: Scope, decisionId: string): Promise<PinnedFacts | null> {
  const decision = await getDecision(scope, decisionId);
  const enrollment = decision && (await getEnrollment(scope, decision.enrollmentId));
  const cart = enrollment && (await getCart(scope, enrollment.cartId));
  return decision && cart && factsOf(scope, decision, cart);
}

type Deciding = { id: string; incentiveId: string | null };
type Pinnable = Pick<Cart, "shopId" | "currency" | "lines"> & { totals: { total: number } };

/** The same where decision and cart are at hand, as fresh as they must be. */
export async function factsOf(scope: Scope, { id, incentiveId }: Deciding, cart: Pinnable): Promise<PinnedFacts> {
  const incentive = incentiveId ? await pinnedIncentive(scope, id, incentiveId) : null;
  return { currency: cart.currency, total: cart.totals.total, lines: await pinnedLines(scope, cart), incentive };
}

async function pinnedLines(scope: Scope, cart: Pinnable): Promise<PinnedLine[]> {
  const stock = await stockOfLines(scope, cart.shopId, cart.lines);
  return cart.lines.map(({ id, variantId, title, quantity, unitPrice }, at) => ({
    ...{ id: variantId ?? id, title, quantity, unitPrice },
    stock: stock[at] ?? null,
  }));
}

async function pinnedIncentive(scope: Scope, decisionId: string, id: string): Promise<PinnedIncentive | null> {
  const [offer] = await scope.db
    .select({ percent: incentives.percent, code: incentives.code, archivedAt: incentives.archivedAt })
    .from(incentives)
    .where(and(eq(incentives.tenantId, scope.tenantId), eq(incentives.id, id)));
  if (!offer) return null;
  const coupon = await couponOf(scope, decisionId);
  const { percent, code, archivedAt } = offer;
  return {
    ...{ id, percent, code: coupon?.code ?? code },
    ...{ validUntil: coupon?.expiresAt ?? null, withdrawn: archivedAt !== null },
  };
}
