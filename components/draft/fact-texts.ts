import type { Brief } from "#domain/draft.ts";
import type { Fact } from "#domain/facts.ts";
import { formatMoney } from "#domain/money.ts";
import { incentiveKindLabels } from "../incentive/labels.ts";

export type FactGroup = "Shopper" | "Cart" | "Incentive" | "What happened" | "Shop";
export type ShownFact = { id: string; group: FactGroup; label: string; value: string };

const known: Record<string, [FactGroup, string]> = {
  "contact.firstName": ["Shopper", "First name"],
  "contact.returning": ["Shopper", "Has ordered before"],
  "contact.orders": ["Shopper", "Orders"],
  "contact.lastOrderDays": ["Shopper", "Days since the last order"],
  "contact.recoveries": ["Shopper", "Carts won back"],
  "contact.vip": ["Shopper", "VIP"],
  loyaltyLine: ["Shopper", "May be thanked for loyalty"],
  "cart.count": ["Cart", "Lines"],
  "cart.total": ["Cart", "Total"],
  "stock.left": ["Cart", "Fewest left"],
  "incentive.kind": ["Incentive", "Offer"],
  "incentive.percent": ["Incentive", "Percent off"],
  "incentive.code": ["Incentive", "Code"],
  "incentive.deadline": ["Incentive", "Deadline"],
  "hints.shippingCostSeen": ["What happened", "Saw the shipping cost"],
  "hints.device": ["What happened", "Device"],
  "hints.hoursAway": ["What happened", "Hours away"],
  "store.returns": ["Shop", "Returns"],
  "store.shipping": ["Shop", "Shipping"],
  "brand.name": ["Shop", "Brand"],
};

const lineParts: Record<string, string> = {
  title: "",
  variantTitle: ", option",
  quantity: ", quantity",
  stock: ", left in stock",
};

/** The facts as people read them, in the order of the brief. A rendered fact says that it is filled in when it is sent. */
export function shownFacts(facts: Fact[], brief: Brief | null): ShownFact[] {
  return facts.map(({ id, value }) => {
    const [group, label] = known[id] ?? lineLabel(id);
    return { id, group, label, value: valueText(id, value, brief) };
  });
}

function lineLabel(id: string): [FactGroup, string] {
  const [, number, part = ""] = /^line\.(\d+)\.(\w+)$/.exec(id) ?? [];
  return number ? ["Cart", `Line ${number}${lineParts[part] ?? `, ${part}`}`] : ["Cart", id];
}

function valueText(id: string, value: Fact["value"], brief: Brief | null): string {
  if (id === "incentive.kind" && brief?.incentive) return incentiveKindLabels[brief.incentive.kind];
  if (id === "incentive.percent") return `${value}%`;
  if (id === "cart.total" && brief?.total) return formatMoney(brief.total, "en");
  if (id === "incentive.code") return "Filled in when it is sent";
  if (id === "incentive.deadline") return "Counted from when it is sent";
  if (value === true) return "Yes";
  return String(value);
}
