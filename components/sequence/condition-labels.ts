import type { CartPhase } from "#domain/cart.ts";
import type { Comparison, FieldName, StepField, Test } from "#domain/condition.ts";
import type { Device } from "#domain/device.ts";

export type FieldGroup = "Cart" | "Customer" | "Contact" | "Messages";

export const fieldLabels: Record<FieldName | StepField, { label: string; group: FieldGroup; unit?: string }> = {
  "cart.value": { label: "Cart value", group: "Cart" },
  "cart.lines": { label: "Lines in the cart", group: "Cart" },
  "cart.quantity": { label: "Pieces in the cart", group: "Cart" },
  "cart.products": { label: "Products in the cart", group: "Cart" },
  "cart.categories": { label: "Categories in the cart", group: "Cart" },
  "cart.brands": { label: "Brands in the cart", group: "Cart" },
  "cart.discounted": { label: "Discount on the cart", group: "Cart" },
  "cart.phase": { label: "Stage (cart or checkout)", group: "Cart" },
  "cart.shop": { label: "Shop", group: "Cart" },
  "cart.loggedIn": { label: "Logged in", group: "Cart" },
  "cart.device": { label: "Device", group: "Cart" },
  "customer.lifetimeValue": { label: "Lifetime value", group: "Customer" },
  "customer.orders": { label: "Orders so far", group: "Customer" },
  "customer.daysSinceOrder": { label: "Days since the last order", group: "Customer", unit: "days" },
  "customer.abandonments": { label: "Carts abandoned before", group: "Customer" },
  "customer.discountsUsed": { label: "Orders with a discount", group: "Customer" },
  "contact.country": { label: "Country", group: "Contact" },
  "contact.language": { label: "Language", group: "Contact" },
  "contact.tags": { label: "Tags", group: "Contact" },
  "contact.loyaltyTier": { label: "Loyalty tier", group: "Contact" },
  "contact.consent": { label: "Consent", group: "Contact" },
  "engagement.opened": { label: "Opened a message", group: "Contact", unit: "days" },
  "engagement.clicked": { label: "Clicked a message", group: "Contact", unit: "days" },
  "step.sent": { label: "Message was sent", group: "Messages" },
  "step.opened": { label: "Message was opened", group: "Messages" },
  "step.clicked": { label: "Message was clicked", group: "Messages" },
};

/** The texts that a fact can be, where they are few: an editor offers them. */
export const fieldChoices: { [F in FieldName]?: Record<string, string> } = {
  "cart.device": { phone: "Phone", tablet: "Tablet", desktop: "Desktop" } satisfies Record<Device, string>,
  "cart.phase": { cart: "Cart", checkout: "Checkout" } satisfies Record<CartPhase, string>,
  "contact.consent": { granted: "Granted", withdrawn: "Withdrawn" },
};

const comparisonLabels: Record<Comparison, string> = {
  eq: "is",
  ne: "is not",
  lt: "is below",
  lte: "is at most",
  gt: "is above",
  gte: "is at least",
};

export const operatorLabels: Record<Test["op"], string> = {
  ...comparisonLabels,
  contains: "contains",
  in: "is one of",
  within: "within the last",
  set: "is known",
};
