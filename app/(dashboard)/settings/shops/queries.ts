import { readJson } from "#app/requests.ts";
import type { ShopView } from "#components/shop/shop-card.tsx";

export const shopsKey = ["shops"];

export function readShops(signal: AbortSignal): Promise<ShopView[]> {
  return readJson<{ data: ShopView[] }>("/api/shops", signal).then(({ data }) => data);
}
