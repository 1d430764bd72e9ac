import type { ContactSnapshot } from "#domain/contact.ts";
import type { Translation } from "#domain/shop-event.ts";
import type { TranslateRequest } from "../platform.ts";
import { rejectionOf } from "../shapes.ts";
import { customerPayload, type OrderPayload } from "./payloads.ts";

type Person = {
  externalId: string | null;
  email: string | null;
  firstName?: string | null;
  lastName?: string | null;
} & Pick<OrderPayload, "billing" | "shipping">;

/** `customer.created|updated`. WooCommerce itself knows no consent to marketing: that stays unsaid. */
export function translateCustomer(json: unknown, request: TranslateRequest): Translation {
  const parsed = customerPayload.safeParse(json);
  if (!parsed.success) return rejectionOf(parsed.error);
  const { id: externalId, email, first_name: firstName, last_name: lastName, billing, shipping } = parsed.data;
  const contact = personOf({ externalId, email, firstName, lastName, billing, shipping });
  const sourceUpdatedAt = parsed.data.date_modified_gmt ?? parsed.data.date_created_gmt ?? request.receivedAt;
  return { kind: "events", events: [{ kind: "contact", contact, sourceUpdatedAt }] };
}

export function personOf({ externalId, email, firstName, lastName, billing, shipping }: Person): ContactSnapshot {
  return {
    externalId,
    email: email ?? billing?.email ?? null,
    phone: billing?.phone ?? shipping?.phone ?? null,
    firstName: firstName ?? billing?.first_name ?? shipping?.first_name ?? null,
    lastName: lastName ?? billing?.last_name ?? shipping?.last_name ?? null,
    language: null,
    country: shipping?.country ?? billing?.country ?? null,
    timeZone: null,
    consent: null,
  };
}
