"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus, Store } from "lucide-react";
import { ShopList } from "#components/shop/shop-list.tsx";
import type { ShopView } from "#components/shop/shop-view.ts";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Link } from "#components/ui/link.tsx";
import { Panel, PanelHeader } from "#components/ui/panel.tsx";
import { readShops, shopsKey } from "./queries.ts";

export function Shops(props: { initial: ShopView[]; mayChange: boolean }) {
  const shops = useQuery({
    queryKey: shopsKey,
    queryFn: ({ signal }) => readShops(signal),
    initialData: props.initial,
  });
  const connect = props.mayChange ? (
    <Button asChild variant="primary">
      <Link href="/settings/shops/new">
        <Plus aria-hidden />
        Connect a shop
      </Link>
    </Button>
  ) : null;
  return (
    <>
      <Panel className="shadow-none">
        <PanelHeader
          className="border-b-0"
          title="Shops"
          description="Shops report carts, orders and customers by signed webhooks. Unsigned requests are refused."
          actions={shops.data.length > 0 ? connect : null}
        />
      </Panel>
      {shops.isError ? <ErrorState onRetry={() => void shops.refetch()} /> : null}
      {shops.data.length === 0 ? (
        <Panel>
          <EmptyState icon={Store} title="No shop is connected" action={connect}>
            Connect one to see its carts here within a minute of the first webhook.
          </EmptyState>
        </Panel>
      ) : (
        <ShopList shops={shops.data} />
      )}
    </>
  );
}
