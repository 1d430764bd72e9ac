import type { ConsentState, ContactSnapshot } from "#domain/contact.ts";
import type { Buyer, CustomerPayload } from "./payloads.ts";

/** Who a checkout or order belongs to; null when it names nobody. */
export function buyerOf(buyer: Buyer, contactEmail: string | null = null): ContactSnapshot | null {
  const { customer, shipping_address: shipping, billing_address: billing } = buyer;
  const addresses = [shipping, billing, customer?.default_address];
  const contact: ContactSnapshot = {
    externalId: customer?.id ?? null,
    email: buyer.email ?? contactEmail ?? customer?.email ?? null,
    phone: buyer.phone ?? customer?.phone ?? firstOf(addresses, (one) => one?.phone),
    firstName: customer?.first_name ?? firstOf(addresses, (one) => one?.first_name),
    lastName: customer?.last_name ?? firstOf(addresses, (one) => one?.last_name),
    language: buyer.customer_locale ?? customer?.locale ?? null,
    country: firstOf(addresses, (one) => one?.country_code),
    timeZone: null,
    consent: buyerConsent(buyer),
  };
  return contact.externalId || contact.email || contact.phone ? contact : null;
}

/** A withdrawal on record outweighs a box ticked in the same payload: the box may be the older of the two. */
function buyerConsent(buyer: Buyer): ConsentState {
  const stated = consentOfState(buyer.customer?.email_marketing_consent?.state);
  if (stated === "withdrawn") return "withdrawn";
  return buyer.buyer_accepts_marketing === true ? "granted" : stated;
}

export function customerOf(customer: CustomerPayload): ContactSnapshot {
  return {
    externalId: customer.id,
    email: customer.email,
    phone: customer.phone ?? customer.default_address?.phone ?? null,
    firstName: customer.first_name,
    lastName: customer.last_name,
    language: customer.locale,
    country: customer.default_address?.country_code ?? null,
    timeZone: null,
    consent: customerConsent(customer),
    ...(customer.tags == null ? {} : { tags: customer.tags.split(",").flatMap((tag) => tag.trim() || []) }),
  };
}

/**
 * Old API versions say only `accepts_marketing`. False is what everybody starts with, so that it counts as a
 * withdrawal only when it was changed after the customer was made.
 */
function customerConsent(customer: CustomerPayload): ConsentState {
  if (customer.email_marketing_consent) return consentOfState(customer.email_marketing_consent.state);
  if (customer.accepts_marketing === true) return "granted";
  const { accepts_marketing_updated_at: changedAt, created_at: createdAt } = customer;
  const changed = changedAt && createdAt && changedAt > createdAt;
  return customer.accepts_marketing === false && changed ? "withdrawn" : null;
}

export function consentOfState(state: string | undefined): ConsentState {
  if (state === "unsubscribed" || state === "redacted") return "withdrawn";
  return state === "subscribed" ? "granted" : null;
}

function firstOf<T>(list: T[], fact: (one: T) => string | null | undefined): string | null {
  return list.map(fact).find((one) => one) ?? null;
}
