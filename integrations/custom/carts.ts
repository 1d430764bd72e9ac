import type { CartLine } from "#domain/cart.ts";
import { deviceOf } from "#domain/device.ts";
import { isCurrency } from "#domain/money.ts";
import type { Translation } from "#domain/shop-event.ts";
import type { Rejection } from "../json-body.ts";
import { clean, maxAmount, webUrl } from "../shapes.ts";
import type { CustomCart, CustomLine, CustomOrder } from "./events.ts";
import { buyerFrom } from "./person.ts";
import { timeOr } from "./times.ts";

export function cartFrom(cart: CustomCart, shopCurrency: string | null, fallback: Date): Translation {
  const basket = basketFrom(cart, shopCurrency);
  if (basket.kind === "rejected") return basket;
  const contact = buyerFrom(cart.customer);
  const sourceUpdatedAt = timeOr(cart.updatedAt, fallback);
  const { currency, lines, totals } = basket;
  const snapshot = {
    externalId: cart.id,
    tokens: [...new Set([cart.id, ...(cart.tokens ?? [])])],
    phase: cart.phase ?? (contact?.email ? ("checkout" as const) : ("cart" as const)),
    contact,
    currency,
    lines,
    totals,
    discountCodes: codesFrom(cart.discountCodes),
    recoveryUrl: webUrl(cart.recoveryUrl ?? ""),
    sourceCreatedAt: timeOr(cart.createdAt, sourceUpdatedAt),
    sourceUpdatedAt,
    completedAt: cart.completedAt ? timeOr(cart.completedAt, sourceUpdatedAt) : null,
    deletedAt: null,
    device: cart.device ?? deviceOf(cart.userAgent),
  };
  return { kind: "events", events: [{ kind: "cart", cart: snapshot }] };
}

export function orderFrom(order: CustomOrder, shopCurrency: string | null, fallback: Date): Translation {
  const basket = basketFrom(order, shopCurrency);
  if (basket.kind === "rejected") return basket;
  const sourceUpdatedAt = timeOr(order.updatedAt, fallback);
  const { currency, lines, totals } = basket;
  const snapshot = {
    externalId: order.id,
    number: clean(order.number ?? "", 60) || null,
    tokens: [...new Set([...(order.cartId ? [order.cartId] : []), ...(order.tokens ?? [])])],
    contact: buyerFrom(order.customer),
    currency,
    lines,
    subtotal: totals.subtotal,
    discount: totals.discount,
    total: totals.total,
    refunded: order.refunded ?? 0,
    discountCodes: codesFrom(order.discountCodes),
    status: order.status ?? ("placed" as const),
    orderedAt: timeOr(order.orderedAt, sourceUpdatedAt),
    sourceUpdatedAt,
  };
  return { kind: "events", events: [{ kind: "order", order: snapshot }] };
}

function basketFrom(given: CustomCart | CustomOrder, shopCurrency: string | null) {
  const currency = given.currency ?? shopCurrency ?? "";
  if (!isCurrency(currency)) return rejected("unknown_currency", "data.currency");
  const ids = new Map<string, number>();
  const lines = given.lines.filter((line) => line.quantity > 0).map((line) => cartLine(line, ids));
  const subtotal = lines.reduce((sum, line) => sum + line.lineTotal, 0);
  if (subtotal > maxAmount) return rejected("invalid_amount", "data.lines");
  const discount = given.discount ?? 0;
  const shipping = given.shipping ?? null;
  const total = given.total ?? Math.max(0, subtotal - discount + (shipping ?? 0));
  return {
    kind: "basket" as const,
    currency,
    lines,
    totals: { subtotal, discount, shipping, tax: given.tax ?? null, total },
  };
}

function codesFrom(codes: string[] | null | undefined): string[] {
  return [...new Set((codes ?? []).map((code) => clean(code, 100)).filter((code) => code !== ""))];
}

function rejected(reason: Rejection["reason"], detail: string): Rejection {
  return { kind: "rejected", reason, detail };
}

function cartLine(line: CustomLine, seen: Map<string, number>): CartLine {
  const id = line.id ?? line.variantId ?? line.productId ?? line.sku ?? "line";
  const count = (seen.get(id) ?? 0) + 1;
  seen.set(id, count);
  return {
    id: count === 1 ? id : `${id}#${count}`,
    productId: line.productId ?? null,
    variantId: line.variantId ?? null,
    sku: clean(line.sku ?? "", 100) || null,
    title: clean(line.title, 300) || "—",
    variantTitle: clean(line.variantTitle ?? "", 200) || null,
    quantity: line.quantity,
    unitPrice: line.unitPrice,
    lineTotal: line.unitPrice * line.quantity,
    imageUrl: webUrl(line.imageUrl ?? ""),
    url: webUrl(line.url ?? ""),
  };
}
