"use client";

import type { ReactNode } from "react";
import { messageOf } from "#app/requests.ts";
import { ClockBar } from "#components/clock/clock-bar.tsx";
import { shopLook } from "#components/storefront/look.ts";
import { nextWords, whoWords } from "#components/storefront/path-words.tsx";
import { ShopHeader } from "#components/storefront/shop-header.tsx";
import type { ShopView } from "#components/storefront/view.ts";
import { ErrorState } from "#components/ui/error-state.tsx";
import { useMoveClock, useShop } from "./queries.ts";

type ShopFrameProps = {
  initial: ShopView | null;
  name: string;
  tagline: string;
  postalAddress: string;
  children: ReactNode;
};

/** The clock bar, the shop's door, and what stands behind it. */
export function ShopFrame({ initial, name, tagline, postalAddress, children }: ShopFrameProps) {
  const { data: view, error, refetch } = useShop(initial);
  return (
    <div style={shopLook} className="flex min-h-dvh flex-col">
      {view ? <Bar view={view} /> : <div className="h-12 bg-[#1d2521]" />}
      <ShopHeader name={name} tagline={tagline} count={view && !view.ordered ? view.basket.count : view ? 0 : null} />
      <main className="mx-auto w-full max-w-6xl flex-1 px-4 pt-2 pb-16 sm:px-6">
        {error && !view ? <ErrorState message={messageOf(error)} onRetry={() => void refetch()} /> : children}
      </main>
      <footer className="border-t">
        <p className="mx-auto max-w-6xl px-4 py-6 text-ink-faint text-sm sm:px-6">
          {postalAddress}. A shop that exists in this demo only: nothing is sold, nobody is charged.
        </p>
      </footer>
    </div>
  );
}

function Bar({ view }: { view: ShopView }) {
  const move = useMoveClock();
  const { clock, path, shopper } = view;
  return (
    <ClockBar
      {...clock}
      busy={move.isPending}
      onMove={(change) => move.mutate(change)}
      who={whoWords(shopper, path)}
      next={move.error ? messageOf(move.error) : nextWords(view)}
      timelineHref={path.cart ? `/carts/${path.cart.id}` : null}
    />
  );
}
