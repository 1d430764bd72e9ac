import type { ContactSnapshot } from "./contact.ts";
import type { Device } from "./device.ts";

export const cartPhases = ["cart", "checkout"] as const;
export type CartPhase = (typeof cartPhases)[number];

/**
 * What a cart's lines are: a basket, what somebody looked at, or what an order brought. Only baskets are ever abandoned,
 * listed or counted as carts; the others stand for what a sequence's messages speak of (docs/decisions/triggers.md).
 */
export const cartStandings = ["basket", "visit", "order"] as const;
export type CartStandsFor = (typeof cartStandings)[number];

/** One line of a cart or order; prices in minor units of the cart's currency. */
export type CartLine = {
  id: string;
  productId: string | null;
  variantId: string | null;
  sku: string | null;
  title: string;
  variantTitle: string | null;
  quantity: number;
  unitPrice: number;
  lineTotal: number;
  imageUrl: string | null;
  url: string | null;
};

/** Totals in minor units; null where the platform has not said. */
export type CartTotals = {
  subtotal: number;
  discount: number;
  shipping: number | null;
  tax: number | null;
  total: number;
};

/** A platform's word on one cart at one source time. `tokens` are all names by which orders may refer to it. */
export type CartSnapshot = {
  /** Set when a browser said it, which may be anybody's: what it claims of the cart; all else is left unsaid. */
  claim?: "basket" | "address" | "order";
  externalId: string;
  tokens: string[];
  phase: CartPhase;
  contact: ContactSnapshot | null;
  currency: string;
  lines: CartLine[];
  totals: CartTotals;
  discountCodes: string[];
  recoveryUrl: string | null;
  /** When the recovery link stops working, where the platform says so. */
  recoveryExpiresAt?: Date | null;
  sourceCreatedAt: Date;
  sourceUpdatedAt: Date;
  completedAt: Date | null;
  deletedAt: Date | null;
  /** What the shopper held, where somebody told. */
  device?: Device | null;
};

/** A basket without lines that cannot be: what is counted less than once was taken out, and no total is below nothing. */
export function soundBasket({ lines, totals }: Pick<CartSnapshot, "lines" | "totals">) {
  const kept = lines.filter((line) => line.quantity > 0);
  const { subtotal, total } = totals;
  return { lines: kept, totals: { ...totals, subtotal: Math.max(0, subtotal), total: Math.max(0, total) } };
}

/** The link that restores a cart, while it lives. */
export function liveRecoveryUrl(
  { recoveryUrl, recoveryExpiresAt }: Pick<CartSnapshot, "recoveryUrl" | "recoveryExpiresAt">,
  now: Date,
): string | null {
  return recoveryExpiresAt && recoveryExpiresAt <= now ? null : recoveryUrl;
}

/** The facts that decide whether a stored cart counts as abandoned. */
export type QuietCart = {
  lineCount: number;
  contactId: string | null;
  lastActivityAt: Date;
  abandonedAt: Date | null;
  orderedAt: Date | null;
  deletedAt: Date | null;
};

export const cartBlocks = ["ordered", "deleted", "cart_emptied", "no_contact", "not_due"] as const;
export type CartBlock = (typeof cartBlocks)[number];

/** When a cart that stays quiet will count as abandoned. */
export function abandonmentDueAt(lastActivityAt: Date, thresholdMinutes: number): Date {
  return new Date(lastActivityAt.getTime() + thresholdMinutes * 60_000);
}

/** Why a cart does not count as abandoned now, or null when it does. */
export function abandonmentBlock(cart: QuietCart, now: Date, thresholdMinutes: number): CartBlock | null {
  if (cart.orderedAt) return "ordered";
  if (cart.deletedAt) return "deleted";
  if (cart.lineCount === 0) return "cart_emptied";
  if (!cart.contactId) return "no_contact";
  if (now < abandonmentDueAt(cart.lastActivityAt, thresholdMinutes)) return "not_due";
  return null;
}

/** Quiet for longer than the tenant's threshold, not ordered, and somebody to write to. */
export function isAbandoned(cart: QuietCart, now: Date, thresholdMinutes: number): boolean {
  return abandonmentBlock(cart, now, thresholdMinutes) === null;
}

export const cartStates = ["active", "abandoned", "recovered", "ordered", "merged", "emptied", "deleted"] as const;
export type CartState = (typeof cartStates)[number];

/** One word for where a cart stands, as lists and the API show it. A merged one goes on in a newer cart of the person. */
export function cartState(cart: QuietCart & { recovered: boolean; merged: boolean }): CartState {
  if (cart.orderedAt) return cart.recovered ? "recovered" : "ordered";
  if (cart.deletedAt) return "deleted";
  if (cart.merged) return "merged";
  if (cart.lineCount === 0) return "emptied";
  return cart.abandonedAt ? "abandoned" : "active";
}
