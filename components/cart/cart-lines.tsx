import type { CartLine, CartTotals } from "#domain/cart.ts";
import { Money } from "../ui/money.tsx";
import { Picture } from "../ui/picture.tsx";

/** What is in the cart, and what it comes to. */
export function CartLines({ lines, totals, currency }: { lines: CartLine[]; totals: CartTotals; currency: string }) {
  const sums: [string, number | null][] = [
    ["Subtotal", totals.subtotal],
    ["Discount", totals.discount > 0 ? -totals.discount : null],
    ["Shipping", totals.shipping],
    ["Tax", totals.tax],
  ];
  if (lines.length === 0) return <p className="px-4 py-6 text-center text-ink-soft text-sm">The cart is empty.</p>;
  return (
    <>
      <ul className="divide-y">
        {lines.map((line) => (
          <li key={line.id} className="flex items-center gap-3 px-4 py-2.5">
            <Picture src={line.imageUrl} className="size-10" />
            <div className="min-w-0 flex-1">
              <p dir="auto" title={line.title} className="truncate text-left">
                {line.title}
              </p>
              <p className="truncate text-ink-faint text-xs">
                {[line.variantTitle, `${line.quantity} ×`].filter(Boolean).join(" · ")}{" "}
                <Money amount={line.unitPrice} currency={currency} />
              </p>
            </div>
            <Money amount={line.lineTotal} currency={currency} className="text-sm" />
          </li>
        ))}
      </ul>
      <dl className="grid gap-1 border-t px-4 py-3 text-sm">
        {sums.map(([name, amount]) =>
          amount === null ? null : (
            <div key={name} className="flex justify-between text-ink-soft">
              <dt>{name}</dt>
              <dd>
                <Money amount={amount} currency={currency} />
              </dd>
            </div>
          ),
        )}
        <div className="flex justify-between font-semibold">
          <dt>Total</dt>
          <dd>
            <Money amount={totals.total} currency={currency} />
          </dd>
        </div>
      </dl>
    </>
  );
}
