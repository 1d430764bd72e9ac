"use client";

import { After, RoundLink } from "#components/storefront/after.tsx";
import { nextWords } from "#components/storefront/path-words.tsx";
import { Button } from "#components/ui/button.tsx";
import { useComeAsSomebodyElse, useShop } from "../queries.ts";

/** The street outside: what Comeback will do about a basket that was left. */
export default function LeftPage() {
  const { data: view } = useShop();
  const change = useComeAsSomebodyElse();
  return (
    <After
      title="You left. The basket stays."
      picture={view?.basket.lines[0]?.picture ?? null}
      actions={
        <>
          <RoundLink href="/outbox" primary>
            Open the outbox
          </RoundLink>
          {view?.path.cart ? <RoundLink href={`/carts/${view.path.cart.id}`}>Watch this cart</RoundLink> : null}
          <Button
            variant="secondary"
            className="h-11 rounded-full px-6 text-base"
            busy={change.isPending}
            onClick={() => change.mutate()}
          >
            Come in as somebody else
          </Button>
        </>
      }
    >
      <p role="status">{view ? nextWords(view) : null}</p>
      <p>
        Move the clock at the top: after an hour of quiet the cart counts as abandoned, then a reminder follows after
        two hours, free shipping after a day, and ten percent after three.
      </p>
    </After>
  );
}
