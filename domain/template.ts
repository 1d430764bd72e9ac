import { isFew } from "./brief.ts";
import type { IncentiveKind } from "./incentive.ts";
import { type TemplateName, templateNames } from "./sequence.ts";

/** What a message is about: a cart that was left, or somebody who has ordered before. */
export type TemplateOccasion = "cart" | "customer";

export const templateOccasions: Record<TemplateName, TemplateOccasion> = {
  reminder: "cart",
  "product-hero": "cart",
  "cart-table": "cart",
  help: "cart",
  "social-proof": "cart",
  "free-shipping": "cart",
  "percent-off": "cart",
  "low-stock": "cart",
  "last-chance": "cart",
  "personal-note": "cart",
  loyalty: "cart",
  "post-purchase": "customer",
  "win-back": "customer",
};

/** The templates that a message about a left cart can wear: the others would tell the reader a wrong reason for writing. */
export const cartTemplates = templateNames.filter((name) => templateOccasions[name] === "cart");

/** Stored facts that some templates are built around. */
export type TemplateFact = "few_left" | "shop_orders" | "own_orders";

/** The fact without which a template has nothing of its own to show. */
export const templateNeeds: Partial<Record<TemplateName, TemplateFact>> = {
  "low-stock": "few_left",
  "social-proof": "shop_orders",
  loyalty: "own_orders",
};

const offerTemplates: Partial<Record<TemplateName, IncentiveKind>> = {
  "free-shipping": "free_shipping",
  "percent-off": "percent",
};

/** Which offer a template is built around that a step does not make; without it the message is a plain one. */
export function missingOffer(template: string | null, offered: IncentiveKind | "rules" | null): IncentiveKind | null {
  const name = templateNames.find((one) => one === template);
  const built = name ? offerTemplates[name] : undefined;
  return !built || offered === built || offered === "rules" ? null : built;
}

/**
 * Facts that only some templates ask for. `stock` counts the pieces left of each line in the cart's order, null where
 * unknown; `shopOrders` are the shop's standing orders of the last `proofDays`, counted up to `mostProofOrders`;
 * `ownOrders` those of the contact.
 */
export type TemplateFacts = { stock: (number | null)[]; shopOrders: number | null; ownOrders: number | null };

export const proofDays = 90;
/** Fewer orders than this speak for nothing and are not shown. */
export const fewestProofOrders = 25;
export const mostProofOrders = 10_000;

/** The template that is really sent: one that lacks its fact gives way to the plain reminder. */
export function standingTemplate(template: TemplateName, facts: TemplateFacts): TemplateName {
  const need = templateNeeds[template];
  return need && !has(need, facts) ? "reminder" : template;
}

function has(fact: TemplateFact, { stock, shopOrders, ownOrders }: TemplateFacts): boolean {
  if (fact === "few_left") return stock.some(isFew);
  if (fact === "shop_orders") return (shopOrders ?? 0) >= fewestProofOrders;
  return (ownOrders ?? 0) > 0;
}
