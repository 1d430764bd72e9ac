import type { ConsentState } from "#domain/contact.ts";
import type { Translation } from "#domain/shop-event.ts";
import type { CustomerPayload } from "./payloads.ts";

export function customerFrom(customer: CustomerPayload, receivedAt: Date): Translation {
  const contact = {
    externalId: customer.id,
    email: customer.email,
    phone: customer.phone,
    firstName: customer.first_name,
    lastName: customer.last_name,
    language: null,
    country: customer.addresses?.[0]?.country_code ?? null,
    timeZone: null,
    consent: consentOf(customer),
  };
  const sourceUpdatedAt = customer.date_modified ?? receivedAt;
  return { kind: "events", events: [{ kind: "contact", contact, sourceUpdatedAt }] };
}

const asMadeMs = 60_000;

/**
 * The one field is exactly about mails on abandoned carts. False is what every customer starts with, and BigCommerce
 * does not say when it changed: one who is as first made refuses nothing, one changed since may well have.
 */
function consentOf(customer: CustomerPayload): ConsentState {
  const { accepts_product_review_abandoned_cart_emails: accepts, date_created, date_modified } = customer;
  if (accepts === true) return "granted";
  const changed = date_created && date_modified && date_modified.getTime() - date_created.getTime() > asMadeMs;
  return accepts === false && changed ? "withdrawn" : null;
}
