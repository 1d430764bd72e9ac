import type { ProductView } from "#components/storefront/view.ts";
import type { Product } from "#db/seed/products.ts";

export function productView({ slug, title, blurb, price, variants }: Product): ProductView {
  return { slug, title, blurb, price, variants, picture: `/products/${slug}.svg` };
}
