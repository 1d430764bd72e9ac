"use client";

import { After, RoundLink } from "#components/storefront/after.tsx";
import { Money } from "#components/ui/money.tsx";
import { useShop } from "../queries.ts";

/** After buying. */
export default function ThanksPage() {
  const { data: view } = useShop();
  if (!view?.ordered)
    return (
      <After title="Nothing was bought yet" picture={null} actions={<RoundLink href="/shop">Look around</RoundLink>}>
        <p>Your basket is where you left it.</p>
      </After>
    );
  const { basket, shopper, path } = view;
  return (
    <After
      title={`Thank you, ${shopper.firstName}`}
      picture={basket.lines[0]?.picture ?? null}
      actions={
        <>
          {path.cart ? (
            <RoundLink href={`/carts/${path.cart.id}`} primary>
              Watch this cart
            </RoundLink>
          ) : null}
          <RoundLink href="/results">See the results</RoundLink>
          <RoundLink href="/shop">Look around</RoundLink>
        </>
      }
    >
      <p role="status">
        Order {view.ordered} over <Money amount={basket.total} currency={basket.currency} /> is placed.
      </p>
      <p>
        The shop has told Comeback, which stops the sequence at once and sees whether one of its messages may take the
        credit.
      </p>
    </After>
  );
}
