"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { readJson, writeJson } from "#app/requests.ts";
import type { BasketLine, ShopperView, ShopView } from "#components/storefront/view.ts";

const key = ["storefront"];
const cartPath = "/api/demo/storefront/cart";

/** The shop as this visitor sees it; asked again often, because the demo's clock may run fast. */
export function useShop(initial?: ShopView | null) {
  return useQuery({
    queryKey: key,
    queryFn: ({ signal }) => readJson<ShopView>(cartPath, signal),
    initialData: initial ?? undefined,
    refetchInterval: (query) => ((query.state.data?.clock.speed ?? 1) > 1 ? 1_500 : 3_000),
  });
}

function useChange<Change>(change: (given: Change) => Promise<ShopView>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onMutate: () => client.cancelQueries({ queryKey: key }),
    onSuccess: (view) => client.setQueryData(key, view),
  });
}

type Line = Pick<BasketLine, "slug" | "variant" | "quantity">;
const bare = ({ slug, variant, quantity }: Line): Line => ({ slug, variant, quantity });

/** Puts a basket in place, and the shopper's details once they give them. */
export const useSaveBasket = () =>
  useChange(({ lines, shopper }: { lines: Line[]; shopper?: ShopperView }) =>
    writeJson<ShopView>("PUT", cartPath, { lines: lines.map(bare), shopper }),
  );

export const useBuy = () =>
  useChange((shopper: ShopperView) => writeJson<ShopView>("POST", "/api/demo/storefront/orders", { shopper }));

export const useComeAsSomebodyElse = () => useChange(() => writeJson<ShopView>("DELETE", cartPath));

/** Moves the clock of app and runner, and looks at the shop again. */
export function useMoveClock() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: { advanceMinutes: number } | { speed: number }) =>
      writeJson("POST", "/api/demo/clock", change),
    onSettled: () => client.invalidateQueries(),
  });
}

/** The basket with one line changed to a quantity; zero takes it out, an unknown line comes in. */
export function withLine(lines: Line[], line: Line): Line[] {
  const isIt = (one: Line) => one.slug === line.slug && one.variant === line.variant;
  const known = lines.some(isIt);
  const changed = known ? lines.map((one) => (isIt(one) ? line : one)) : [...lines, line];
  return changed.filter((one) => one.quantity > 0);
}
