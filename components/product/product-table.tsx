"use client";

import type { ReactNode } from "react";
import { Money } from "../ui/money.tsx";
import { Picture } from "../ui/picture.tsx";
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from "../ui/table.tsx";
import type { ProductView } from "./product-view.ts";

/** Products with what they cost and what is left of them; each variant stands on a line of its own. */
export function ProductTable({ label, products }: { label: string; products: ProductView[] }) {
  return (
    <Table label={label}>
      <TableHead>
        <HeadCell>Product</HeadCell>
        <HeadCell className="max-sm:hidden">Variant</HeadCell>
        <HeadCell numeric>Price</HeadCell>
        <HeadCell numeric>Stock</HeadCell>
      </TableHead>
      <TableBody>
        {products.map((product) => (
          <ProductRow key={product.externalId} product={product} />
        ))}
      </TableBody>
    </Table>
  );
}

function ProductRow({ product }: { product: ProductView }) {
  const { externalId, title, imageUrl, variants } = product;
  return (
    <Row>
      <Cell>
        <span className="flex min-w-0 items-center gap-3">
          <Picture src={imageUrl} className="size-8" />
          <span className="grid min-w-0">
            <span dir="auto" className="line-clamp-2 text-left font-medium">
              {title ?? "Untitled"}
            </span>
            <code className="truncate font-mono text-ink-faint text-xs">{externalId}</code>
          </span>
        </span>
      </Cell>
      <Cell className="text-ink-soft max-sm:hidden">
        <Lines of={variants} show={(variant) => variant.title ?? variant.sku ?? "–"} />
      </Cell>
      <Cell numeric>
        <Lines
          of={variants}
          show={({ price, currency }) => (price === null ? "–" : <Money amount={price} currency={currency} />)}
        />
      </Cell>
      <Cell numeric>
        <Lines of={variants} show={({ stock }) => (stock === null ? "–" : stock.toLocaleString("en-GB"))} />
      </Cell>
    </Row>
  );
}

const shownVariants = 4;

type Variant = ProductView["variants"][number];

/** One line per variant, so that the columns of a product stay level. */
function Lines({ of, show }: { of: Variant[]; show: (variant: Variant) => ReactNode }) {
  const more = of.length - shownVariants;
  return (
    <ul>
      {of.slice(0, shownVariants).map((variant) => (
        <li key={variant.externalId} className="max-w-48 truncate sm:max-w-64">
          {show(variant)}
        </li>
      ))}
      {more > 0 ? <li className="text-ink-faint text-xs">{`+ ${more}`}</li> : null}
    </ul>
  );
}
