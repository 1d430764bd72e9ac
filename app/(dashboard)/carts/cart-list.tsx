"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { ShoppingCart } from "lucide-react";
import { useRouter } from "next/navigation";
import { useCallback, useTransition } from "react";
import { CartFilterBar, type CartFilters } from "#components/cart/cart-filters.tsx";
import { CartTable } from "#components/cart/cart-table.tsx";
import { cn } from "#components/ui/cn.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { TextLink } from "#components/ui/link.tsx";
import { Page, PageHeader } from "#components/ui/page.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { PagedRows } from "../paged-rows.tsx";
import { type CartsAnswer, cartsQuery, queryText } from "./queries.ts";

export function CartList({ filters, first, zone }: { filters: CartFilters; first: CartsAnswer; zone: string }) {
  const router = useRouter();
  const [changing, startChange] = useTransition();
  const list = useInfiniteQuery({ ...cartsQuery(filters), initialData: { pages: [first], pageParams: [""] } });
  const rows = list.data.pages.flatMap((page) => page.rows);
  const { state, search } = filters;
  const change = useCallback(
    (next: CartFilters) => startChange(() => router.replace(`/carts?${queryText(next)}`, { scroll: false })),
    [router],
  );
  const onSearch = useCallback((text: string) => change({ state, search: text }), [change, state]);
  return (
    <Page>
      <PageHeader title="Carts" description="Every cart the shops have told us of, with where it stands." />
      <Panel className={cn(changing && "opacity-60 transition-opacity")}>
        <CartFilterBar filters={filters} onSearch={onSearch} onState={(next) => change({ state: next, search })} />
        <PagedRows
          list={list}
          shown={rows.length}
          noun="carts"
          nothing={<Nothing filtered={filters.state !== null || filters.search !== ""} />}
        >
          <CartTable rows={rows} now={list.data.pages[0]?.now ?? first.now} zone={zone} />
        </PagedRows>
      </Panel>
    </Page>
  );
}

function Nothing({ filtered }: { filtered: boolean }) {
  return filtered ? (
    <EmptyState icon={ShoppingCart} title="No cart fits" action={<TextLink href="/carts">Show all carts</TextLink>} />
  ) : (
    <EmptyState
      icon={ShoppingCart}
      title="No carts yet"
      action={<TextLink href="/settings/shops">Connect a shop</TextLink>}
    >
      Carts come in as soon as a shop sends its first webhook.
    </EmptyState>
  );
}
