import { z } from "zod";
import type { Connection, CouponRequest } from "../platform.ts";
import { PlatformFault } from "../platform-api.ts";
import { adminOf } from "./admin.ts";
import { percentMutation, shippingMutation } from "./queries.ts";

const made = z.object({
  made: z.object({ userErrors: z.array(z.object({ code: z.string().nullish() })) }).nullish(),
});

/** A code that works once, for everybody who has it, until it expires. A code that is taken was made by an earlier try. */
export async function mintCoupon(connection: Connection, coupon: CouponRequest): Promise<{ code: string }> {
  const { incentive } = coupon;
  const admin = await adminOf(connection);
  const variables = { discount: incentive.kind === "percent" ? percentOff(coupon) : freeShipping(coupon) };
  const query = incentive.kind === "percent" ? percentMutation : shippingMutation;
  const answer = await admin.ask({ query, variables, shape: made });
  const errors = answer.made?.userErrors ?? [{ code: "NONE" }];
  if (errors.some((error) => error.code !== "TAKEN")) throw new PlatformFault("refused");
  return { code: coupon.code };
}

function shared(coupon: CouponRequest): object {
  return {
    title: `${coupon.incentive.name} (${coupon.code})`.slice(0, 255),
    code: coupon.code,
    startsAt: new Date().toISOString(),
    endsAt: coupon.expiresAt?.toISOString() ?? null,
    context: { all: "ALL" },
    usageLimit: 1,
    appliesOncePerCustomer: true,
  };
}

function percentOff(coupon: CouponRequest): object {
  const percentage = (coupon.incentive.percent ?? 0) / 100;
  if (!(percentage > 0 && percentage <= 1)) throw new PlatformFault("refused");
  return { ...shared(coupon), customerGets: { value: { percentage }, items: { all: true } } };
}

function freeShipping(coupon: CouponRequest): object {
  return { ...shared(coupon), destination: { all: true } };
}
