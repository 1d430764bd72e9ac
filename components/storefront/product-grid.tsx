import { Link } from "../ui/link.tsx";
import { Money } from "../ui/money.tsx";
import { Picture } from "./picture.tsx";
import type { ProductView } from "./view.ts";

/** Everything the shop sells. */
export function ProductGrid({ products, currency }: { products: ProductView[]; currency: string }) {
  return (
    <ul className="grid grid-cols-2 gap-x-4 gap-y-8 sm:gap-x-6 sm:gap-y-10 md:grid-cols-3 lg:grid-cols-4">
      {products.map((product) => (
        <li key={product.slug}>
          <Link href={`/shop/${product.slug}`} className="group block rounded-xl outline-offset-4">
            <ProductPicture src={product.picture} />
            <span className="mt-3 flex items-baseline justify-between gap-3">
              <span className="font-serif text-lg leading-snug decoration-accent/50 underline-offset-4 group-hover:underline">
                {product.title}
              </span>
              <Money amount={product.price} currency={currency} className="text-ink-soft text-sm" />
            </span>
            <span className="mt-1 hidden text-ink-faint text-sm leading-5 sm:block">{product.blurb}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

export function ProductPicture({ src, large = false }: { src: string; large?: boolean }) {
  return (
    <span className="block overflow-hidden rounded-xl bg-sunken">
      <Picture
        src={src}
        size={480}
        eager={large}
        className="aspect-square w-full object-cover transition-transform duration-300 ease-out group-hover:scale-[1.035]"
      />
    </span>
  );
}
