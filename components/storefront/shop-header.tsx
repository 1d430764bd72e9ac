import { ShoppingBasket } from "lucide-react";
import { Link } from "../ui/link.tsx";

/** The shop's name over the door, and the basket with its count. */
export function ShopHeader(props: { name: string; tagline: string; count: number | null }) {
  const label = props.count === null ? "Basket" : `Basket, ${props.count} ${props.count === 1 ? "thing" : "things"}`;
  return (
    <header className="mx-auto flex w-full max-w-6xl items-end justify-between gap-4 px-4 pt-7 pb-5 sm:px-6 sm:pt-10">
      <Link href="/shop" className="rounded-md">
        <span className="block font-serif text-3xl leading-none tracking-tight sm:text-[2.6rem]">{props.name}</span>
        <span className="mt-2 block text-ink-soft text-sm italic sm:text-base">{props.tagline}</span>
      </Link>
      <Link
        href="/shop/cart"
        aria-label={label}
        className="inline-flex h-11 items-center gap-2 rounded-full border border-line-strong bg-surface px-4 text-sm hover:border-accent"
      >
        <ShoppingBasket aria-hidden className="size-4 text-accent" />
        <span aria-hidden>Basket</span>
        <span aria-hidden className="tabular min-w-5 rounded-full bg-accent px-1.5 text-center text-on-accent text-xs">
          {props.count ?? "·"}
        </span>
      </Link>
    </header>
  );
}
