"use client";

import { useState } from "react";
import { Button } from "../ui/button.tsx";
import { TextLink } from "../ui/link.tsx";
import { Money } from "../ui/money.tsx";
import { ProductPicture } from "./product-grid.tsx";
import type { ProductView } from "./view.ts";

type ProductDetailsProps = {
  product: ProductView;
  currency: string;
  busy: boolean;
  /** Whether the last press has arrived in the basket. */
  added: boolean;
  onAdd: (variant: string | null) => void;
};

/** One product with its choice of kinds. */
export function ProductDetails({ product, currency, busy, added, onAdd }: ProductDetailsProps) {
  const [variant, setVariant] = useState(product.variants[0] ?? null);
  return (
    <div className="grid gap-7 md:grid-cols-2 md:gap-12">
      <ProductPicture src={product.picture} large />
      <div className="grid content-start gap-5 md:pt-6">
        <div>
          <h1 className="font-serif text-3xl tracking-tight sm:text-[2.25rem] sm:leading-tight">{product.title}</h1>
          <Money amount={product.price} currency={currency} className="mt-2 block text-ink-soft text-xl" />
        </div>
        <p className="max-w-md text-ink-soft text-lg leading-7">{product.blurb}</p>
        {product.variants.length > 0 ? (
          <Variants all={product.variants} chosen={variant} onChoose={setVariant} name={product.slug} />
        ) : null}
        <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
          <Button
            variant="primary"
            className="h-12 rounded-full px-7 text-base"
            busy={busy}
            onClick={() => onAdd(variant)}
          >
            Add to basket
          </Button>
          <p role="status" className="min-h-6 text-base text-ink-soft">
            {added ? (
              <>
                It is in. <TextLink href="/shop/cart">Go to the basket</TextLink>
              </>
            ) : null}
          </p>
        </div>
        <p className="border-t pt-4 text-ink-faint text-sm">
          Leaves our harbour within a day. Thirty days to change your mind.
        </p>
      </div>
    </div>
  );
}

function Variants(props: { name: string; all: string[]; chosen: string | null; onChoose: (variant: string) => void }) {
  return (
    <fieldset>
      <legend className="mb-2 text-ink-faint text-sm">Which one</legend>
      <div className="flex flex-wrap gap-2">
        {props.all.map((variant) => (
          <label
            key={variant}
            className="inline-flex h-10 items-center rounded-full border border-line-strong bg-surface px-4 text-base has-checked:border-accent has-checked:bg-accent-soft has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2"
          >
            <input
              type="radio"
              name={props.name}
              value={variant}
              checked={props.chosen === variant}
              onChange={() => props.onChoose(variant)}
              className="sr-only"
            />
            {variant}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
