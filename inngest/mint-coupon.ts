import { getCart } from "#db/carts.ts";
import { couponOf, newCode, reserveCoupon, settleCoupon } from "#db/coupons.ts";
import { getDecision } from "#db/decisions.ts";
import { getDraft } from "#db/drafts.ts";
import { getEnrollment } from "#db/enrollments.ts";
import { getIncentive } from "#db/incentives.ts";
import { type Scope, withJobScope } from "#db/scope.ts";
import { type Connection, type CouponRequest, type Platform, PlatformFault } from "#integrations/platforms.ts";
import { reach } from "./connection.ts";

const patienceMs = 20_000;

/**
 * Makes a coupon of its own for a draft's message where the shop can: row first, so that a try that broke off asks for
 * the same code again. Where the shop refuses or does not answer, the message goes out with the incentive's own code.
 */
export async function mintCoupon(tenantId: string, draftId: string, now: Date): Promise<void> {
  const order = await withJobScope(tenantId, (scope) => orderOf(scope, draftId, now));
  if (!order) return;
  const { mint, connection, coupon, decisionId } = order;
  const settled = await Promise.race([mint(connection, coupon), tooLate()]).then(
    ({ code }) => ({ status: "minted" as const, code }),
    (fault: unknown) => {
      if (fault instanceof PlatformFault) return { status: "refused" as const, reason: fault.reason };
      throw fault;
    },
  );
  await withJobScope(tenantId, (scope) => settleCoupon(scope, decisionId, settled));
}

function tooLate(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new PlatformFault("timeout")), patienceMs).unref();
  });
}

type Order = {
  mint: NonNullable<Platform["mintCoupon"]>;
  connection: Connection;
  coupon: CouponRequest;
  decisionId: string;
};

async function orderOf(scope: Scope, draftId: string, now: Date): Promise<Order | null> {
  const draft = await getDraft(scope, draftId);
  const decision = draft && (await getDecision(scope, draft.decisionId));
  const incentive = decision?.incentiveId ? await getIncentive(scope, decision.incentiveId) : null;
  if (!decision || !incentive) return null;
  const enrollment = await getEnrollment(scope, decision.enrollmentId);
  const cart = enrollment && !enrollment.closedAt ? await getCart(scope, enrollment.cartId) : null;
  if (!cart) return null;
  const known = await couponOf(scope, decision.id);
  const { ability: mint, connection } = await reach(scope, cart.shopId, (platform) => platform.mintCoupon);
  if (!mint || !connection || (known && known.status !== "pending")) return null;
  const { validHours } = incentive;
  const expiresAt = validHours === null ? null : new Date(now.getTime() + validHours * 3_600_000);
  const wanted = { decisionId: decision.id, shopId: cart.shopId, incentiveId: incentive.id, expiresAt };
  const coupon = await reserveCoupon(scope, { ...wanted, code: newCode(incentive) }, now);
  if (!coupon) return null;
  const request = { code: coupon.code, incentive, expiresAt: coupon.expiresAt, currency: cart.currency };
  return { mint, connection, coupon: request, decisionId: decision.id };
}
