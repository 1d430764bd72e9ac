import type { ContactSnapshot } from "#domain/contact.ts";
import { isTimeZone } from "#domain/timing/zone.ts";
import { clean, optionalCountry, optionalEmail, optionalLanguage } from "../shapes.ts";
import type { CustomCustomer } from "./events.ts";

/** A customer as a contact; an unticked box is no refusal. Facts that make no sense count as absent. */
export function personFrom(customer: CustomCustomer): ContactSnapshot {
  const shown = (text: string | null | undefined) => clean(text ?? "", 100) || null;
  const timeZone = customer.timeZone ?? null;
  return {
    externalId: customer.id ?? null,
    email: optionalEmail.parse(customer.email),
    phone: shown(customer.phone),
    firstName: shown(customer.firstName),
    lastName: shown(customer.lastName),
    language: optionalLanguage.parse(customer.language),
    country: optionalCountry.parse(customer.country),
    timeZone: timeZone && isTimeZone(timeZone) ? timeZone : null,
    consent: customer.acceptsMarketing === true ? "granted" : null,
    ...(customer.tags ? { tags: customer.tags.flatMap((tag) => shown(tag) ?? []) } : {}),
    ...(customer.loyaltyTier ? { loyaltyTier: shown(customer.loyaltyTier) } : {}),
  };
}

/** The contact of a cart or order; null when it names nobody. */
export function buyerFrom(customer: CustomCustomer | null | undefined): ContactSnapshot | null {
  if (!customer) return null;
  const contact = personFrom(customer);
  return contact.externalId || contact.email || contact.phone ? contact : null;
}
