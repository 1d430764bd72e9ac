import type { ContactSnapshot } from "#domain/contact.ts";
import type { OrderStatus } from "#domain/order.ts";
import type { Translation } from "#domain/shop-event.ts";
import { type Basket, basketOf, currencyOf, type RawLine, unknownCurrency } from "../basket.ts";
import type { Rejection } from "../json-body.ts";
import { minorUnits } from "./money.ts";
import type { Line, Session } from "./payloads.ts";

/**
 * An expired session is an abandoned checkout. Its source time is when it was opened, the last that we know the shopper
 * did; a consent given in it must not count as newer than a refusal since.
 */
export function expiredCart(session: Session, shopCurrency: string | null, now: Date): Translation {
  const basket = basketFrom(session, shopCurrency);
  if (basket.kind === "rejected") return basket;
  return {
    kind: "events",
    events: [
      {
        kind: "cart",
        cart: {
          externalId: session.id,
          tokens: tokensOf(session),
          phase: "checkout",
          contact: buyerOf(session),
          currency: basket.currency,
          lines: basket.lines,
          totals: totalsOf(session, basket),
          discountCodes: [],
          recoveryUrl: recoveryUrlOf(session, now),
          recoveryExpiresAt: session.after_expiration?.recovery?.expires_at ?? null,
          sourceCreatedAt: session.created,
          sourceUpdatedAt: session.created,
          completedAt: null,
          deletedAt: null,
        },
      },
    ],
  };
}

type OrderFacts = { status: OrderStatus; refunded: number; orderedAt: Date; sourceUpdatedAt: Date };

/** A session that the shopper finished. `recovered_from` names the expired session whose link brought it. */
export function sessionOrder(session: Session, shopCurrency: string | null, facts: OrderFacts): Translation {
  const basket = basketFrom(session, shopCurrency);
  if (basket.kind === "rejected") return basket;
  const { subtotal, discount, total } = totalsOf(session, basket);
  return {
    kind: "events",
    events: [
      {
        kind: "order",
        order: {
          externalId: session.id,
          number: null,
          tokens: tokensOf(session),
          contact: buyerOf(session),
          currency: basket.currency,
          lines: basket.lines,
          ...{ subtotal, discount, total },
          discountCodes: [],
          ...facts,
          refunded: minorUnits(facts.refunded, basket.currency),
        },
      },
    ],
  };
}

/** The link that opens a copy of an expired session, while it lives. */
export function recoveryUrlOf(session: Session, now: Date): string | null {
  const recovery = session.after_expiration?.recovery;
  if (!recovery?.url || recovery.enabled === false) return null;
  return recovery.expires_at && recovery.expires_at <= now ? null : recovery.url;
}

function tokensOf(session: Session): string[] {
  const names = [session.id, session.recovered_from, session.client_reference_id];
  return [...new Set(names.filter((name) => name !== null))];
}

function basketFrom(session: Session, shopCurrency: string | null): Basket | Rejection {
  const currency = currencyOf(session.currency, shopCurrency);
  if (!currency) return unknownCurrency;
  return basketOf(currency, session.line_items?.data.map((line) => rawLine(line, currency)) ?? []);
}

function rawLine(line: Line, currency: string): RawLine {
  const quantity = line.quantity ?? 1;
  const lineTotal = minorUnits(line.amount_subtotal, currency);
  const { price } = line;
  return {
    names: [line.id, price.id, price.productId],
    productId: price.productId,
    variantId: price.id,
    sku: null,
    title: price.product?.name ?? line.description,
    variantTitle: null,
    quantity,
    unitPrice: quantity > 0 ? Math.round(lineTotal / quantity) : 0,
    lineTotal,
    imageUrl: price.product?.images?.find((image) => image) ?? null,
    url: price.product?.url ?? null,
  };
}

function totalsOf(session: Session, { currency, subtotal: counted }: Basket) {
  const minor = (amount: number | null | undefined) => (amount == null ? null : minorUnits(amount, currency));
  const subtotal = minor(session.amount_subtotal) ?? counted;
  return {
    subtotal,
    discount: minor(session.total_details?.amount_discount) ?? 0,
    shipping: minor(session.total_details?.amount_shipping),
    tax: minor(session.total_details?.amount_tax),
    total: minor(session.amount_total) ?? subtotal,
  };
}

function buyerOf(session: Session): ContactSnapshot | null {
  const { customer, customer_details: details } = session;
  const email = details?.email ?? session.customer_email;
  const phone = details?.phone ?? null;
  if (!customer && !email && !phone) return null;
  const [firstName, ...others] = details?.name?.split(/\s+/) ?? [];
  const promotions = session.consent?.promotions;
  return {
    externalId: customer,
    email,
    phone,
    firstName: firstName ?? null,
    lastName: others.join(" ") || null,
    language: session.locale === "auto" ? null : session.locale,
    country: details?.address?.country ?? null,
    timeZone: null,
    consent: promotions === "opt_in" ? "granted" : promotions === "opt_out" ? "withdrawn" : null,
  };
}
