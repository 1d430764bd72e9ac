import type { CartLine } from "./cart.ts";
import type { ContactSnapshot } from "./contact.ts";

export const orderStatuses = ["placed", "cancelled", "refunded"] as const;
export type OrderStatus = (typeof orderStatuses)[number];

/** A platform's word on one order. Amounts in minor units; `tokens` name the carts it may come from. */
export type OrderSnapshot = {
  externalId: string;
  number: string | null;
  tokens: string[];
  contact: ContactSnapshot | null;
  currency: string;
  lines: CartLine[];
  subtotal: number;
  discount: number;
  total: number;
  refunded: number;
  discountCodes: string[];
  status: OrderStatus;
  orderedAt: Date;
  sourceUpdatedAt: Date;
};
