"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus, Store } from "lucide-react";
import { useNow } from "#app/use-now.ts";
import { ShopList } from "#components/shop/shop-list.tsx";
import type { ShopView } from "#components/shop/shop-view.ts";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Link } from "#components/ui/link.tsx";
import { Panel, PanelHeader } from "#components/ui/panel.tsx";
import type { ShopPulse } from "#domain/shop-health.ts";
import { pulsesQuery, readShops, shopsKey } from "./queries.ts";

type Props = { initial: ShopView[]; pulses: ShopPulse[]; now: string; zone: string; mayChange: boolean };

/** The connected shops with their pulse, and the way to connect another. */
export function Shops({ zone, ...props }: Props) {
  const now = useNow(props.now);
  const pulses = useQuery({ ...pulsesQuery, initialData: props.pulses }).data;
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
    <Panel>
      <PanelHeader
        title="Shops"
        description="Shops report carts, orders and customers by signed webhooks. Unsigned requests are refused."
        actions={shops.data.length > 0 ? connect : null}
      />
      {shops.isError && shops.data.length === 0 ? <ErrorState onRetry={() => void shops.refetch()} /> : null}
      {shops.data.length === 0 ? (
        <EmptyState icon={Store} title="No shop is connected" action={connect}>
          Connect one to see its carts here within a minute of the first webhook.
        </EmptyState>
      ) : (
        <ShopList shops={shops.data} {...{ pulses, now, zone }} />
      )}
    </Panel>
  );
}
