import { ProductGrid } from "#components/storefront/product-grid.tsx";
import { shop } from "#db/seed/cast.ts";
import { products } from "#db/seed/products.ts";
import { productView } from "./product-view.ts";

export default function ShopPage() {
  return (
    <>
      <h1 className="sr-only">Everything we have</h1>
      <ProductGrid products={products.map(productView)} currency={shop.currency} />
    </>
  );
}
