import { notFound } from "next/navigation";
import { shop } from "#db/seed/cast.ts";
import { productBySlug } from "#db/seed/products.ts";
import { productView } from "../product-view.ts";
import { ProductCounter } from "./product-counter.tsx";

export default async function ProductPage({ params }: { params: Promise<{ slug: string }> }) {
  const product = productBySlug((await params).slug);
  if (!product) notFound();
  return <ProductCounter product={productView(product)} currency={shop.currency} />;
}
