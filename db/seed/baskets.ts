import type { CartLine, CartTotals } from "#domain/cart.ts";
import { shop } from "./cast.ts";
import { chance, pick } from "./chance.ts";
import { picturePath, productBySlug, products } from "./products.ts";
import { encodeCart, type StorefrontLine } from "./storefront-cart.ts";

/** What somebody put into a basket: two or three things that people like, sometimes a second of one. */
export function basketOf(subject: string): StorefrontLine[] {
  const count = pick([1, 2, 3, 4], chance(subject, "lines"), (lines) => [0, 5, 6, 3, 1][lines] ?? 1);
  const chosen = new Map<string, StorefrontLine>();
  for (let line = 0; line < count; line++) {
    const product = pick(products, chance(subject, `product ${line}`), (one) => one.appeal);
    const variant = product.variants.length ? pick(product.variants, chance(subject, `variant ${line}`)) : null;
    const quantity = product.price < 3000 && chance(subject, `quantity ${line}`) < 0.3 ? 2 : 1;
    chosen.set(product.slug, { slug: product.slug, variant, quantity });
  }
  return [...chosen.values()];
}

/** A basket as the shop's software would report it. */
export function linesOf(basket: StorefrontLine[], appUrl: string): CartLine[] {
  return basket.flatMap((line, index) => {
    const product = productBySlug(line.slug);
    if (!product) return [];
    const variantKey = line.variant?.toLowerCase().replace(/\W+/g, "-") ?? "one";
    return {
      id: String(index + 1),
      productId: product.slug,
      variantId: `${product.slug}-${variantKey}`,
      sku: product.sku,
      title: product.title,
      variantTitle: line.variant,
      quantity: line.quantity,
      unitPrice: product.price,
      lineTotal: product.price * line.quantity,
      imageUrl: `${appUrl}${picturePath(product)}`,
      url: `${appUrl}/shop/${product.slug}`,
    };
  });
}

export function totalsOf(lines: CartLine[]): CartTotals {
  const subtotal = lines.reduce((sum, line) => sum + line.lineTotal, 0);
  return { subtotal, discount: 0, shipping: shop.shipping, tax: null, total: subtotal + shop.shipping };
}

export function recoveryUrlOf(id: string, basket: StorefrontLine[], appUrl: string): string {
  return `${appUrl}/shop/cart/${encodeCart({ id, lines: basket })}`;
}
