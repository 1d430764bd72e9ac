"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Package } from "lucide-react";
import { ProductTable } from "#components/product/product-table.tsx";
import type { ProductView } from "#components/product/product-view.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { TextLink } from "#components/ui/link.tsx";
import { Panel, PanelBody, PanelHeader } from "#components/ui/panel.tsx";
import type { Page } from "#domain/rows.ts";
import { PagedRows } from "../../../../paged-rows.tsx";
import { ImportCatalogue } from "./import-catalogue.tsx";
import { productsQuery } from "./queries.ts";

type Props = { shop: { id: string; name: string }; first: Page<ProductView>; mayImport: boolean };

/** What a shop sells, as its events and files have told it, and the way to bring a file. */
export function Catalogue({ shop, first, mayImport }: Props) {
  const list = useInfiniteQuery({ ...productsQuery(shop.id), initialData: { pages: [first], pageParams: [""] } });
  const products = list.data.pages.flatMap((page) => page.rows);
  return (
    <section aria-label={`Catalogue of ${shop.name}`} className="grid min-w-0 gap-5">
      <header>
        <p className="mb-1 text-sm">
          <TextLink href={`/settings/shops/${shop.id}`}>{shop.name}</TextLink>
        </p>
        <h2 className="font-semibold text-xl tracking-tight">Catalogue</h2>
      </header>
      {mayImport ? (
        <Panel>
          <PanelHeader
            title="Import"
            description="For what the shop's own events do not tell: pictures, prices, stock."
          />
          <PanelBody>
            <ImportCatalogue shopId={shop.id} />
          </PanelBody>
        </Panel>
      ) : null}
      <Panel>
        <PanelHeader title="Products" description="Of the shop's product events and of imports, newest first." />
        <PagedRows
          list={list}
          shown={products.length}
          noun="products"
          nothing={
            <EmptyState icon={Package} title="No product is known yet">
              They come with the shop's product events, or with a file.
            </EmptyState>
          }
        >
          <ProductTable label="Products" products={products} />
        </PagedRows>
      </Panel>
    </section>
  );
}
