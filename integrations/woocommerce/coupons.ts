import { z } from "zod";
import type { Connection, CouponRequest } from "../platform.ts";
import { PlatformFault } from "../platform-api.ts";
import { wooApi } from "./connect.ts";

const made = z.object({ code: z.string() });
const refused = z.object({ code: z.string() });

/** A coupon that works once. WooCommerce writes codes in lower case and takes them in any. */
export async function mintCoupon(connection: Connection, coupon: CouponRequest): Promise<{ code: string }> {
  const request = { method: "POST" as const, path: "coupons", body: bodyOf(coupon), accept: [400] };
  const { status, json } = await wooApi(connection).call(request);
  if (status !== 400) return { code: made.safeParse(json).data?.code ?? coupon.code };
  const exists = refused.safeParse(json).data?.code === "woocommerce_rest_coupon_code_already_exists";
  if (!exists) throw new PlatformFault("refused", { status });
  return { code: coupon.code.toLowerCase() };
}

function bodyOf({ code, incentive, expiresAt }: CouponRequest): object {
  const percent = incentive.percent ?? 0;
  const off = incentive.kind === "percent";
  if (off && !(percent > 0 && percent <= 100)) throw new PlatformFault("refused");
  return {
    code,
    description: incentive.name,
    discount_type: off ? "percent" : "fixed_cart",
    amount: off ? String(percent) : "0",
    free_shipping: !off,
    usage_limit: 1,
    individual_use: true,
    date_expires_gmt: expiresAt?.toISOString().replace(/\.\d+Z$/, "") ?? null,
  };
}
