import { askBudget, giveBack, recordGrant } from "#db/budgets.ts";
import { newCode, reserveCoupon, settleCoupon } from "#db/coupons.ts";
import { newId } from "#db/ids.ts";
import { getIncentive } from "#db/incentives.ts";
import { type Scope, withJobScope } from "#db/scope.ts";
import { AppError } from "#domain/app-error.ts";
import { PlatformFault } from "#integrations/platforms.ts";
import { reach } from "./connection.ts";

/** A code that somebody may use in a shop; `minted` is false where it is the incentive's own, which all share. */
export type CreatedCoupon = { code: string; minted: boolean; expiresAt: Date | null };

/**
 * Makes a coupon outside of any message: row first, then the shop is asked, as for a message's. Where the shop makes none
 * the incentive's own code is the answer; `conflict` where it has none, or where the budget does not give it.
 */
export async function createCoupon(
  tenantId: string,
  { incentiveId, shopId }: { incentiveId: string; shopId: string },
  now: Date,
): Promise<CreatedCoupon> {
  const wanted = await withJobScope(tenantId, (scope) => prepare(scope, { incentiveId, shopId }, now));
  const { incentive, mint, connection, coupon, key, currency } = wanted;
  if (!mint || !connection || !coupon) return shared(incentive.code, noneMade);
  const { code, expiresAt } = coupon;
  const settled = await mint(connection, { code, incentive, expiresAt, currency }).then(
    (made) => ({ status: "minted" as const, code: made.code }),
    (fault: unknown) => {
      if (fault instanceof PlatformFault) return { status: "refused" as const, reason: fault.reason };
      throw fault;
    },
  );
  await withJobScope(tenantId, async (scope) => {
    await settleCoupon(scope, key, settled);
    if (settled.status === "refused" && incentive.code === null) await giveBack(scope, key, now);
  });
  if (settled.status === "minted") return { code: settled.code, minted: true, expiresAt };
  return shared(incentive.code, `The shop made no coupon: ${settled.reason}`);
}

const noneMade = "This shop makes no coupons for us";

function shared(code: string | null, why: string): CreatedCoupon {
  if (code === null) throw new AppError("conflict", `${why}, and the incentive has no code of its own`);
  return { code, minted: false, expiresAt: null };
}

async function prepare(scope: Scope, { incentiveId, shopId }: { incentiveId: string; shopId: string }, now: Date) {
  const incentive = await getIncentive(scope, incentiveId);
  if (!incentive) throw new AppError("not_found", "There is no such incentive");
  const { ability: mint, connection, shop } = await reach(scope, shopId, (platform) => platform.mintCoupon);
  const { validHours } = incentive;
  const expiresAt = validHours === null ? null : new Date(now.getTime() + validHours * 3_600_000);
  const key = newId("coupon", now);
  if ((!mint || !connection) && incentive.code === null) shared(null, noneMade);
  // What it takes off is not known before it is used: it counts as one, of no amount.
  const amount = { amount: 0, currency: shop.currency };
  const because = await askBudget(scope, incentiveId, amount, now);
  if (because) throw new AppError("conflict", `The incentive's budget does not give it: ${because}`);
  await recordGrant(scope, { decisionId: key, incentiveId, amount, validHours }, now);
  const order = { decisionId: key, shopId, incentiveId, expiresAt, code: newCode(incentive) };
  const coupon = mint && connection ? await reserveCoupon(scope, order, now) : null;
  return { incentive, mint, connection, coupon, key, currency: shop.currency };
}
