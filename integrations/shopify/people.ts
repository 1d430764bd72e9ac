import type { ComplianceRequest, Translation } from "#domain/shop-event.ts";
import type { TranslateRequest } from "../platform.ts";
import { rejectionOf } from "../shapes.ts";
import { compliancePayload, consentPayload, customerPayload } from "./payloads.ts";
import { consentOfState, customerOf } from "./person.ts";

/** `customers/create|update`. */
export function translateCustomer(json: unknown, request: TranslateRequest): Translation {
  const parsed = customerPayload.safeParse(json);
  if (!parsed.success) return rejectionOf(parsed.error);
  const sourceUpdatedAt = parsed.data.updated_at ?? request.receivedAt;
  return { kind: "events", events: [{ kind: "contact", contact: customerOf(parsed.data), sourceUpdatedAt }] };
}

/** `customers_email_marketing_consent/update`: nothing but the consent of one customer. */
export function translateConsent(json: unknown, request: TranslateRequest): Translation {
  const parsed = consentPayload.safeParse(json);
  if (!parsed.success) return rejectionOf(parsed.error);
  const { customer_id: externalId, email_address: email, email_marketing_consent: stated } = parsed.data;
  const consent = consentOfState(stated.state);
  if (consent === null) return { kind: "ignored", reason: "nothing_to_do" };
  const unknown = { phone: null, firstName: null, lastName: null, language: null, country: null, timeZone: null };
  const sourceUpdatedAt = stated.consent_updated_at ?? request.receivedAt;
  return {
    kind: "events",
    events: [{ kind: "contact", contact: { externalId, email, ...unknown, consent }, sourceUpdatedAt }],
  };
}

/** The three compliance topics, by the word we use for each. */
export function translateCompliance(request: ComplianceRequest["request"]) {
  return (json: unknown): Translation => {
    const parsed = compliancePayload.safeParse(json);
    if (!parsed.success) return rejectionOf(parsed.error);
    const { customer, data_request: reference, orders_requested, orders_to_redact } = parsed.data;
    const compliance: ComplianceRequest = {
      request,
      reference: reference?.id ?? null,
      email: customer?.email ?? null,
      customerExternalId: customer?.id ?? null,
      orderExternalIds: [...orders_requested, ...orders_to_redact],
    };
    if (request !== "shop_redact" && !compliance.email && !compliance.customerExternalId) {
      return { kind: "rejected", reason: "invalid_shape", detail: "customer" };
    }
    return { kind: "events", events: [{ kind: "compliance", compliance }] };
  };
}
