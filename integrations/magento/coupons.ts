import type { Connection, CouponRequest } from "../platform.ts";
import { type Api, PlatformFault } from "../platform-api.ts";
import { magentoApi, searchPath } from "./ask.ts";
import { coupons, generated, groups, madeRule, rules, websites } from "./payloads.ts";

const allowed = [400, 404];

/**
 * A code of one use under a cart price rule that all codes of the same offer share and that is made when it is missing.
 * Where Magento does not take our code, it generates one.
 */
export async function mintCoupon(connection: Connection, coupon: CouponRequest): Promise<{ code: string }> {
  const api = magentoApi(connection);
  const ruleId = await ruleFor(api, coupon.incentive);
  const { code, expiresAt } = coupon;
  const expires = expiresAt ? { expiration_date: expiresAt.toISOString().slice(0, 19).replace("T", " ") } : {};
  const limits = { usage_limit: 1, usage_per_customer: 1, type: 1, is_primary: false, ...expires };
  const body = { coupon: { rule_id: ruleId, code, ...limits } };
  const made = await api.call({ method: "POST", path: "/V1/coupons", body, accept: allowed });
  if (made.status < 300 || (await exists(api, code))) return { code };
  const couponSpec = { rule_id: ruleId, format: "alphanum", quantity: 1, length: 12 };
  const { json } = await api.call({ method: "POST", path: "/V1/coupons/generate", body: { couponSpec } });
  const [theirs] = generated.safeParse(json).data ?? [];
  if (!theirs) throw new PlatformFault("refused");
  return { code: theirs };
}

async function exists(api: Api, code: string): Promise<boolean> {
  const filters = [{ field: "code", value: code, conditionType: "eq" }];
  const { json } = await api.call({ method: "GET", path: searchPath("/V1/coupons/search", { filters, pageSize: 1 }) });
  return (coupons.safeParse(json).data?.items ?? []).some((one) => one.code === code);
}

async function ruleFor(api: Api, incentive: CouponRequest["incentive"]): Promise<number> {
  const { kind, percent } = incentive;
  if (kind === "percent" && !percent) throw new PlatformFault("refused");
  const name = kind === "percent" ? `Comeback: ${percent} %` : "Comeback: free shipping";
  const filters = [{ field: "name", value: name, conditionType: "eq" }];
  const path = searchPath("/V1/salesRules/search", { filters, pageSize: 5 });
  const found = rules.safeParse((await api.call({ method: "GET", path })).json).data?.items ?? [];
  const standing = found.find((rule) => rule.name === name && rule.is_active);
  if (standing) return standing.rule_id;
  const rule = {
    ...{ name, description: "Made by Comeback for its coupons", is_active: true },
    ...(await everywhere(api)),
    simple_action: "by_percent",
    discount_amount: kind === "percent" ? percent : 0,
    simple_free_shipping: kind === "percent" ? "0" : "2",
    ...{ coupon_type: "SPECIFIC_COUPON", use_auto_generation: true, uses_per_coupon: 1, uses_per_customer: 1 },
    ...{ stop_rules_processing: false, is_advanced: true, sort_order: 0, apply_to_shipping: false, is_rss: false },
  };
  const made = await api.call({ method: "POST", path: "/V1/salesRules", body: { rule } });
  const parsed = madeRule.safeParse(made.json);
  if (!parsed.success) throw new PlatformFault("unreadable_answer");
  return parsed.data.rule_id;
}

/** Every website and every group of customers; website 0 is the admin's own. */
async function everywhere(api: Api): Promise<{ website_ids: number[]; customer_group_ids: number[] }> {
  const sites = websites.safeParse((await api.call({ method: "GET", path: "/V1/store/websites" })).json);
  const path = searchPath("/V1/customerGroups/search", { filters: [], pageSize: 200 });
  const people = groups.safeParse((await api.call({ method: "GET", path })).json);
  if (!sites.success || !people.success) throw new PlatformFault("unreadable_answer");
  return {
    website_ids: sites.data.map((one) => one.id).filter((id) => id > 0),
    customer_group_ids: people.data.items.map((one) => one.id),
  };
}
