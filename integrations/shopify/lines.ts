import type { CartLine } from "#domain/cart.ts";
import { isCurrency, parseDecimal } from "#domain/money.ts";
import type { Rejection } from "../json-body.ts";
import { maxAmount } from "../shapes.ts";
import type { Line } from "./payloads.ts";

export type Basket = { kind: "basket"; currency: string; lines: CartLine[]; subtotal: number };

/** Lines in minor units of the shop's currency, and their sum before any discount. */
export function basketOf(
  lines: Line[],
  named: string | null | undefined,
  shopCurrency: string | null,
): Basket | Rejection {
  const set = lines.find((line) => line.price_set)?.price_set?.shop_money.currency_code;
  const currency = (named ?? set ?? shopCurrency ?? "").toUpperCase();
  if (!isCurrency(currency)) return { kind: "rejected", reason: "unknown_currency", detail: "currency" };
  const ids = new Map<string, number>();
  const kept = lines.filter((line) => line.quantity > 0).map((line) => cartLine(line, currency, ids));
  const subtotal = kept.reduce((sum, line) => sum + line.lineTotal, 0);
  if (subtotal > maxAmount) return { kind: "rejected", reason: "invalid_amount", detail: "line_items" };
  return { kind: "basket", currency, lines: kept, subtotal };
}

/** Minor units of an amount that its shape has already checked; null when the platform left it out. */
export function minorUnits(text: string | null | undefined, currency: string): number | null {
  return text == null ? null : parseDecimal(text, currency);
}

function cartLine(line: Line, currency: string, ids: Map<string, number>): CartLine {
  const unitPrice = minorUnits(line.price, currency) ?? 0;
  return {
    id: uniqueId(line.key ?? line.id ?? line.variant_id ?? line.product_id ?? line.sku ?? "line", ids),
    productId: line.product_id,
    variantId: line.variant_id,
    sku: line.sku,
    title: line.title ?? line.presentment_title ?? line.sku ?? "—",
    variantTitle: line.variant_title,
    quantity: line.quantity,
    unitPrice,
    lineTotal: unitPrice * line.quantity,
    imageUrl: line.image_url ?? line.featured_image?.url ?? null,
    url: null,
  };
}

/** One variant may stand in a cart twice with different properties: the second line is `id#2`. */
function uniqueId(id: string, seen: Map<string, number>): string {
  const count = (seen.get(id) ?? 0) + 1;
  seen.set(id, count);
  return count === 1 ? id : `${id}#${count}`;
}
