import type { CartLine } from "#domain/cart.ts";
import { isCurrency } from "#domain/money.ts";
import type { Rejection } from "./json-body.ts";
import { maxAmount } from "./shapes.ts";

/** A line before it has an id of its own: the first of `names` that is given names it. Prices in minor units. */
export type RawLine = Omit<CartLine, "id" | "title" | "lineTotal"> & {
  names: (string | null)[];
  title: string | null;
  lineTotal?: number;
};

export type Basket = { kind: "basket"; currency: string; lines: CartLine[]; subtotal: number };

/** The first currency named that ISO 4217 knows; null when none is. */
export function currencyOf(...named: (string | null | undefined)[]): string | null {
  const first = named.find((one) => one)?.toUpperCase() ?? "";
  return isCurrency(first) ? first : null;
}

export const unknownCurrency: Rejection = { kind: "rejected", reason: "unknown_currency", detail: "currency" };

/** Lines with something in them, each under an id of its own, and their sum before any discount. */
export function basketOf(currency: string, raw: RawLine[]): Basket | Rejection {
  const seen = new Map<string, number>();
  const lines = raw.filter((line) => line.quantity > 0).map((line) => named(line, seen));
  const subtotal = lines.reduce((sum, line) => sum + line.lineTotal, 0);
  if (subtotal > maxAmount) return { kind: "rejected", reason: "invalid_amount", detail: "lines" };
  return { kind: "basket", currency, lines, subtotal };
}

/** One variant may stand in a cart twice with different options: the second line is `id#2`. */
function named({ names, ...line }: RawLine, seen: Map<string, number>): CartLine {
  const id = names.find((name) => name) ?? "line";
  const count = (seen.get(id) ?? 0) + 1;
  seen.set(id, count);
  return {
    ...line,
    id: count === 1 ? id : `${id}#${count}`,
    title: line.title ?? line.sku ?? "—",
    lineTotal: line.lineTotal ?? line.unitPrice * line.quantity,
  };
}
