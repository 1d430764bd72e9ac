import { randomInt } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { Incentive } from "#domain/incentive.ts";
import { coupons } from "./schema/catalogue.ts";
import type { Scope } from "./scope.ts";

export type Coupon = typeof coupons.$inferSelect;

/** No 0, O, 1, I or L: codes are read aloud and typed by hand. */
const signs = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const signCount = 8;

/** A code that nobody guesses, behind the words of the incentive's own: `BACK10-7KQ2MX9D`. */
export function newCode(incentive: Pick<Incentive, "code">): string {
  const words = (incentive.code ?? "").toUpperCase().replace(/[^A-Z0-9]/g, "");
  const tail = Array.from({ length: signCount }, () => signs[randomInt(signs.length)]).join("");
  return `${words.slice(0, 12) || "BACK"}-${tail}`;
}

/** Keeps a code for a decision's message before the shop is asked to make it; a second call gives the first one's. */
export async function reserveCoupon(
  scope: Scope,
  wanted: Pick<Coupon, "decisionId" | "shopId" | "incentiveId" | "code" | "expiresAt">,
  now: Date,
): Promise<Coupon | null> {
  await scope.db
    .insert(coupons)
    .values({ ...wanted, tenantId: scope.tenantId, status: "pending", createdAt: now })
    .onConflictDoNothing();
  return couponOf(scope, wanted.decisionId);
}

/** What came of asking the shop: the code as it stands there, or why there is none. */
export async function settleCoupon(
  scope: Scope,
  decisionId: string,
  settled: { status: "minted"; code: string } | { status: "refused"; reason: string },
): Promise<void> {
  await scope.db
    .update(coupons)
    .set(settled)
    .where(
      and(eq(coupons.tenantId, scope.tenantId), eq(coupons.decisionId, decisionId), eq(coupons.status, "pending")),
    );
}

/** The coupon of a decision's message, or null. */
export async function couponOf(scope: Scope, decisionId: string): Promise<Coupon | null> {
  const [row] = await scope.db
    .select()
    .from(coupons)
    .where(and(eq(coupons.tenantId, scope.tenantId), eq(coupons.decisionId, decisionId)));
  return row ?? null;
}

/** An incentive as one message offers it: under the code minted for it, where there is one. */
export async function offeredIn<I extends Pick<Incentive, "code">>(
  scope: Scope,
  decisionId: string,
  incentive: I,
): Promise<I & { expiresAt: Date | null }> {
  const coupon = await couponOf(scope, decisionId);
  if (coupon?.status !== "minted") return { ...incentive, expiresAt: null };
  return { ...incentive, code: coupon.code, expiresAt: coupon.expiresAt };
}
