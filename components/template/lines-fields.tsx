"use client";

import type { Block } from "#domain/template-document/schema.ts";
import { Switch } from "../ui/switch.tsx";
import { Choice } from "./choice.tsx";
import { useEditing } from "./editing.tsx";
import { OwnTextField } from "./own-text-field.tsx";

type Lines = Extract<Block, { kind: "lines" }>;

const variantLabels: Record<Lines["variant"], string> = {
  rows: "Rows with pictures",
  table: "A table, for full carts",
  strip: "In brief",
  tiles: "Three pictures side by side",
  note: "As written by hand",
};
const headingLabels: Record<Lines["heading"], string> = {
  none: "None",
  also_in_cart: "Also in your cart",
  your_order: "Your order",
  looked_at: "What you looked at",
  own: "My own",
};
const orderLabels: Record<Lines["order"], string> = { cart: "As in the cart", few_first: "What runs out first" };
const fromLabels: Record<Lines["from"], string> = { first: "All", second: "All but the first" };

/** How the cart is shown. */
export function LinesFields({ block }: { block: Lines }) {
  const { acts } = useEditing();
  const change = (part: Partial<Lines>) => acts.change({ ...block, ...part }, Object.keys(part).join());
  const headed = block.variant === "rows" || block.variant === "tiles";
  return (
    <>
      <Choice label="Form" labels={variantLabels} value={block.variant} onChange={(variant) => change({ variant })} />
      <Choice label="Products" labels={fromLabels} value={block.from} onChange={(from) => change({ from })} />
      <Choice label="Order" labels={orderLabels} value={block.order} onChange={(order) => change({ order })} />
      {headed ? (
        <Choice
          label="Heading"
          labels={headingLabels}
          value={block.heading}
          onChange={(heading) => change({ heading })}
        />
      ) : null}
      {headed && block.heading === "own" ? (
        <OwnTextField label="Heading's text" texts={block.text} onChange={(text) => change({ text })} />
      ) : null}
      {block.variant === "tiles" ? null : (
        <Switch label="Totals below" checked={block.totals} onCheckedChange={(totals) => change({ totals })} />
      )}
    </>
  );
}
