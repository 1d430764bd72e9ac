"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus, Store } from "lucide-react";
import { useState } from "react";
import { writeJson } from "#app/requests.ts";
import { useWrite } from "#app/write.ts";
import { ShopCard, type ShopView } from "#components/shop/shop-card.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Panel, PanelHeader } from "#components/ui/panel.tsx";
import { readShops, shopsKey } from "./queries.ts";
import { type Opened, ShopDialog } from "./shop-dialog.tsx";

export function Shops(props: { initial: ShopView[]; now: Date; zone: string; currency: string; mayChange: boolean }) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const shops = useQuery({
    queryKey: shopsKey,
    queryFn: ({ signal }) => readShops(signal),
    initialData: props.initial,
  });
  const disable = useWrite({
    send: ({ id, disabled }: { id: string; disabled: boolean }) => writeJson("PATCH", `/api/shops/${id}`, { disabled }),
    refresh: [shopsKey],
  });
  const connect = props.mayChange ? (
    <Button variant="primary" onClick={() => setOpened({ kind: "new", currency: props.currency })}>
      <Plus aria-hidden />
      Connect a shop
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
      ) : null}
      {shops.data.map((shop) => (
        <ShopCard
          key={shop.id}
          shop={shop}
          now={props.now}
          zone={props.zone}
          mayChange={props.mayChange}
          onEdit={() => setOpened({ kind: "edit", shop })}
          onRotate={() => setOpened({ kind: "rotate", shop })}
          onDisable={(disabled) => disable.write({ id: shop.id, disabled })}
        />
      ))}
      {opened ? <ShopDialog opened={opened} onOpen={setOpened} /> : null}
    </>
  );
}
