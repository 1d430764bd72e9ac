import type { Connection, CouponRequest } from "../platform.ts";
import { type Api, PlatformFault } from "../platform-api.ts";
import { stripeApi, withQuery } from "./ask.ts";
import { promotionCodes } from "./payloads.ts";

/** A promotion code, of one use, under a coupon that all codes of the same percentage share. Shipping cannot be made free. */
export async function mintCoupon(connection: Connection, coupon: CouponRequest): Promise<{ code: string }> {
  const { percent } = coupon.incentive;
  if (coupon.incentive.kind !== "percent" || !percent) throw new PlatformFault("refused");
  const api = stripeApi(connection);
  const couponId = `comeback-${percent}-percent`;
  // 400 is also the answer for an id that exists already; a real fault shows with the code itself.
  await post(api, "/v1/coupons", [
    ["id", couponId],
    ["name", `${percent} %`],
    ["percent_off", String(percent)],
    ["duration", "once"],
  ]);
  const { code, expiresAt } = coupon;
  const status = await post(api, "/v1/promotion_codes", [
    ["promotion[type]", "coupon"],
    ["promotion[coupon]", couponId],
    ["code", code],
    ["max_redemptions", "1"],
    ...(expiresAt ? [["expires_at", String(Math.floor(expiresAt.getTime() / 1000))] as [string, string]] : []),
  ]);
  if (status === 400 && !(await exists(api, code))) throw new PlatformFault("refused", { status });
  return { code };
}

async function post(api: Api, path: string, form: [string, string][]): Promise<number> {
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const body = new URLSearchParams(form).toString();
  return (await api.call({ method: "POST", path, headers, body, accept: [400] })).status;
}

async function exists(api: Api, code: string): Promise<boolean> {
  const path = withQuery("/v1/promotion_codes", [["code", code]]);
  const parsed = promotionCodes.safeParse((await api.call({ method: "GET", path })).json);
  return parsed.success && parsed.data.data.length > 0;
}
