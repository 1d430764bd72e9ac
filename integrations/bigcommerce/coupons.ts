import type { Connection, CouponRequest } from "../platform.ts";
import { PlatformFault } from "../platform-api.ts";
import { bigcommerceApi } from "./ask.ts";
import { orderCoupons } from "./payloads.ts";

/** A coupon of one use on everything in the shop. BigCommerce honours it in the shop's default currency only. */
export async function mintCoupon(connection: Connection, coupon: CouponRequest): Promise<{ code: string }> {
  const { code, incentive, expiresAt } = coupon;
  const api = bigcommerceApi(connection);
  const percent = incentive.kind === "percent" ? incentive.percent : 0;
  if (percent === null) throw new PlatformFault("refused");
  const body = {
    // Names must differ too.
    name: `Comeback ${code}`,
    code,
    type: incentive.kind === "percent" ? "percentage_discount" : "free_shipping",
    amount: String(percent),
    applies_to: { entity: "categories", ids: [0] },
    max_uses: 1,
    enabled: true,
    ...(expiresAt ? { expires: expiresAt.toUTCString().replace("GMT", "+0000") } : {}),
  };
  const made = await api.call({ method: "POST", path: "/v2/coupons", body, accept: [400, 409, 422] });
  if (made.status < 300) return { code };
  const found = await api.call({ method: "GET", path: `/v2/coupons?code=${encodeURIComponent(code)}`, accept: [404] });
  const standing = orderCoupons.safeParse(found.json).data ?? [];
  if (!standing.some((one) => one.code === code)) throw new PlatformFault("refused", { status: made.status });
  return { code };
}
