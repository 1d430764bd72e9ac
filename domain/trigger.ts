import type { StepPurpose, TemplateName } from "./sequence.ts";
import type { SequenceGraph, TriggerKind } from "./sequence-graph.ts";
import { cartTemplates } from "./template.ts";

/** What the messages of a sequence speak of: a cart that was left, products looked at, an order, or a long absence. */
export const occasions = ["cart", "visit", "order", "absence"] as const;
export type Occasion = (typeof occasions)[number];

/** The occasion of each trigger. */
export const occasionOf: Record<TriggerKind, Occasion> = {
  cart_abandoned: "cart",
  checkout_abandoned: "cart",
  browse_abandoned: "visit",
  order_placed: "order",
  order_recovered: "order",
  time_since_order: "absence",
};

/** Triggers that an order sets off. */
export const orderTriggerKinds = ["order_placed", "order_recovered", "time_since_order"] as const;
export type OrderTriggerKind = (typeof orderTriggerKinds)[number];

/** The sequences of orders are long by nature; after so many days they end all the same. */
export const orderLifeDays = 180;

/** How many days after its trigger an enrollment speaks to nobody any more. Carts and visits keep to the tenant's policy. */
export function lifeDays(kind: TriggerKind, expiryDays: number): number {
  return kind === "browse_abandoned" || occasionOf[kind] === "cart" ? expiryDays : Math.max(orderLifeDays, expiryDays);
}

/**
 * Whether a further order ends an enrollment. It always ends one about a cart, a visit or an absence, for what they say
 * is no longer so; one about an order ends where its graph says so.
 */
export function orderEnds(kind: TriggerKind, graph: Pick<SequenceGraph, "exits"> | null): boolean {
  return occasionOf[kind] !== "order" || (graph?.exits.some((exit) => exit.kind === "order") ?? true);
}

export const cartPurposes = ["reminder", "help", "incentive", "last_chance"] as const satisfies StepPurpose[];

/** What a message may be for on each occasion: thanks for an order that nobody made would be a lie. */
export const purposesFor: Record<Occasion, readonly StepPurpose[]> = {
  cart: cartPurposes,
  visit: ["browse"],
  order: ["thanks", "tips", "review", "complement", "loyalty"],
  absence: ["win_back"],
};

/** The occasion that a purpose belongs to. */
export function occasionOfPurpose(purpose: StepPurpose): Occasion {
  return occasions.find((occasion) => purposesFor[occasion].includes(purpose)) ?? "cart";
}

/** What a message may wear on each occasion: the others speak of a cart or an order that is not there. */
export const templatesFor: Record<Occasion, readonly TemplateName[]> = {
  cart: cartTemplates,
  visit: ["product-hero", "reminder", "social-proof", "personal-note", "help"],
  order: ["post-purchase", "product-hero", "help", "social-proof", "personal-note", "loyalty"],
  absence: ["win-back", "product-hero", "social-proof", "personal-note", "loyalty", "free-shipping", "percent-off"],
};
