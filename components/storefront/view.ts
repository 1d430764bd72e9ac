import type { CartState } from "#domain/cart.ts";
import type { NextOnCart } from "#domain/cart-clock.ts";

/** What the storefront shows of a product. */
export type ProductView = {
  slug: string;
  title: string;
  blurb: string;
  price: number;
  variants: string[];
  picture: string;
};

export type BasketLine = {
  slug: string;
  title: string;
  variant: string | null;
  quantity: number;
  unitPrice: number;
  lineTotal: number;
  picture: string;
};

export type BasketView = {
  id: string;
  lines: BasketLine[];
  count: number;
  subtotal: number;
  shipping: number;
  /** The code of a recovery link: `saved` is what it takes off subtotal and shipping together. */
  offer: { code: string; label: string; saved: number } | null;
  total: number;
  currency: string;
};

export type ShopperView = { email: string; firstName: string; lastName: string };

/** How Comeback sees this visitor: the storefront tells openly what a real shop would not know. */
export type PathView = {
  arm: { name: string; holdout: boolean } | null;
  cart: { id: string; state: CartState; next: NextOnCart; sent: number } | null;
};

export type ClockView = { now: string; speed: number; zone: string; mayMove: boolean };

export type ShopView = {
  basket: BasketView;
  shopper: ShopperView;
  /** Whether the shopper has given the address to the shop. */
  known: boolean;
  ordered: string | null;
  path: PathView;
  clock: ClockView;
};
