"use client";

import { useRouter } from "next/navigation";
import { messageOf } from "#app/requests.ts";
import { After, RoundLink } from "#components/storefront/after.tsx";
import { Basket, Sums } from "#components/storefront/basket.tsx";
import { Checkout } from "#components/storefront/checkout.tsx";
import type { ShopView } from "#components/storefront/view.ts";
import { Notice } from "#components/ui/notice.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { useBuy, useSaveBasket, useShop, withLine } from "../queries.ts";

/** The basket and the checkout on one page. */
export function BasketCounter() {
  const { data: view } = useShop();
  if (!view) return <Spinner />;
  if (view.ordered)
    return (
      <After
        title="This basket became an order"
        picture={null}
        actions={<RoundLink href="/shop">Look around</RoundLink>}
      >
        <p>Order {view.ordered}. The next thing you pick starts a new basket, as somebody new.</p>
      </After>
    );
  if (view.basket.lines.length === 0)
    return (
      <After
        title="Nothing in the basket yet"
        picture={null}
        actions={
          <RoundLink href="/shop" primary>
            Look around
          </RoundLink>
        }
      >
        <p>Put a few things in, give an address at the checkout, and then leave. That is the whole story.</p>
      </After>
    );
  return <FullBasket view={view} />;
}

function FullBasket({ view }: { view: ShopView }) {
  const router = useRouter();
  const save = useSaveBasket();
  const buy = useBuy();
  const { basket, shopper, known } = view;
  const error = buy.error ?? save.error;
  return (
    <div className="grid items-start gap-8 lg:grid-cols-[1fr_24rem] lg:gap-14">
      <section aria-labelledby="basket-title">
        <h1 id="basket-title" className="mb-4 font-serif text-3xl tracking-tight">
          Your basket
        </h1>
        {basket.offer ? (
          <Notice tone="good" role="status" className="mb-4 text-base">
            The code {basket.offer.code} from your message is applied: {basket.offer.label.toLowerCase()}.
          </Notice>
        ) : null}
        <Basket
          basket={basket}
          busy={save.isPending}
          onQuantity={(line, quantity) => save.mutate({ lines: withLine(basket.lines, { ...line, quantity }) })}
        />
      </section>
      <section
        aria-labelledby="checkout-title"
        className="grid gap-5 rounded-xl border bg-surface p-5 shadow-panel sm:p-6"
      >
        <h2 id="checkout-title" className="font-serif text-2xl">
          Checkout
        </h2>
        <Sums basket={basket} />
        <Checkout
          key={shopper.email}
          shopper={shopper}
          known={known}
          busy={buy.isPending ? "order" : save.isPending ? "details" : null}
          error={error ? messageOf(error) : null}
          onDetails={(given) => save.mutate({ lines: basket.lines, shopper: given })}
          onBuy={(given) => buy.mutate(given, { onSuccess: () => router.push("/shop/thanks") })}
          onLeave={() => router.push("/shop/left")}
        />
      </section>
    </div>
  );
}
