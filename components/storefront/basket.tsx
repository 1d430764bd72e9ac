import { Minus, Plus, Trash2 } from "lucide-react";
import { Button } from "../ui/button.tsx";
import { Link } from "../ui/link.tsx";
import { Money } from "../ui/money.tsx";
import { Picture } from "./picture.tsx";
import type { BasketLine, BasketView } from "./view.ts";

type BasketProps = {
  basket: BasketView;
  busy: boolean;
  /** Zero takes the line out. */
  onQuantity: (line: BasketLine, quantity: number) => void;
};

/** What is in the basket; quantities change at once. */
export function Basket({ basket, busy, onQuantity }: BasketProps) {
  return (
    <ul aria-label="Basket" className="divide-y border-y">
      {basket.lines.map((line) => (
        <li key={`${line.slug} ${line.variant}`} className="flex gap-4 py-4">
          <Picture src={line.picture} size={96} className="size-18 rounded-lg sm:size-24" />
          <div className="min-w-0 flex-1">
            <div className="flex items-baseline justify-between gap-3">
              <Link href={`/shop/${line.slug}`} className="font-serif text-lg underline-offset-4 hover:underline">
                {line.title}
              </Link>
              <Money amount={line.lineTotal} currency={basket.currency} className="text-base" />
            </div>
            {line.variant ? <p className="text-ink-faint text-sm">{line.variant}</p> : null}
            <Quantity line={line} busy={busy} onQuantity={onQuantity} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function Quantity({ line, busy, onQuantity }: { line: BasketLine } & Omit<BasketProps, "basket">) {
  const { quantity, title } = line;
  const One = quantity > 1 ? Minus : Trash2;
  return (
    <div className="mt-2 flex items-center gap-1">
      <Button
        variant="ghost"
        size="icon"
        disabled={busy}
        aria-label={quantity > 1 ? `One ${title} less` : `Take ${title} out`}
        onClick={() => onQuantity(line, quantity - 1)}
      >
        <One aria-hidden />
      </Button>
      <span className="tabular min-w-6 text-center text-base">
        <span className="sr-only">Quantity </span>
        {quantity}
      </span>
      <Button
        variant="ghost"
        size="icon"
        disabled={busy || quantity >= 9}
        aria-label={`One ${title} more`}
        onClick={() => onQuantity(line, quantity + 1)}
      >
        <Plus aria-hidden />
      </Button>
    </div>
  );
}

/** What it comes to; a code from a recovery link is shown with what it takes off. */
export function Sums({ basket }: { basket: BasketView }) {
  const { currency, offer } = basket;
  return (
    <dl className="grid grid-cols-[1fr_auto] gap-y-2 text-base">
      <Sum label="Things" amount={basket.subtotal} currency={currency} />
      <Sum label="Shipping" amount={basket.shipping} currency={currency} />
      {offer ? (
        <Sum label={`${offer.label}, code ${offer.code}`} amount={-offer.saved} currency={currency} tone="text-good" />
      ) : null}
      <div className="col-span-2 my-1 border-t" />
      <Sum label="Total" amount={basket.total} currency={currency} tone="font-semibold text-lg" />
    </dl>
  );
}

function Sum(props: { label: string; amount: number; currency: string; tone?: string }) {
  return (
    <>
      <dt className={props.tone ?? "text-ink-soft"}>{props.label}</dt>
      <dd className={`text-right ${props.tone ?? ""}`}>
        <Money amount={props.amount} currency={props.currency} />
      </dd>
    </>
  );
}
