import type { ShopDoor } from "./shop-door.ts";

const lifeMs = 1_000;
const most = 10_000;

type Known = { shop: ShopDoor; until: number };
// One memory per process, even where a bundler loads this module twice.
const store = globalThis as typeof globalThis & { comebackKnownShops?: Map<string, Known> };

function known(): Map<string, Known> {
  store.comebackKnownShops ??= new Map();
  return store.comebackKnownShops;
}

/** Keeps an open shop in mind for a second, so that a storm does not ask for it with every webhook. */
export function rememberShop(shop: ShopDoor): void {
  if (shop.disabledAt) return;
  if (known().size >= most) known().clear();
  known().set(shop.id, { shop, until: performance.now() + lifeMs });
}

/** A shop as it stood within the last second; null when it must be asked for. */
export function knownShop(id: string): ShopDoor | null {
  const found = known().get(id);
  return found && found.until > performance.now() ? found.shop : null;
}

/** Whatever changes a shop calls this; other processes see the change within the second. */
export function forgetShop(id: string): void {
  known().delete(id);
}
