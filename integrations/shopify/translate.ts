import type { Translation } from "#domain/shop-event.ts";
import { readJson } from "../json-body.ts";
import type { TranslateRequest } from "../platform.ts";
import { translateCart, translateCheckout, translateDeletion } from "./carts.ts";
import { translateOrder } from "./orders.ts";
import { translateCompliance, translateConsent, translateCustomer } from "./people.ts";

const byTopic = new Map<string, (json: unknown, request: TranslateRequest) => Translation>([
  ["checkouts/create", translateCheckout],
  ["checkouts/update", translateCheckout],
  ["checkouts/delete", translateDeletion],
  ["carts/create", translateCart],
  ["carts/update", translateCart],
  ["orders/create", translateOrder],
  ["orders/paid", translateOrder],
  ["orders/updated", translateOrder],
  ["orders/cancelled", translateOrder],
  ["customers/create", translateCustomer],
  ["customers/update", translateCustomer],
  ["customers_email_marketing_consent/update", translateConsent],
  ["customers/data_request", translateCompliance("data_request")],
  ["customers/redact", translateCompliance("redact")],
  ["shop/redact", translateCompliance("shop_redact")],
]);

export const shopifyTopics: ReadonlySet<string> = new Set(byTopic.keys());

export function translate(request: TranslateRequest): Translation {
  const read = byTopic.get(request.topic);
  if (!read) return { kind: "ignored", reason: "unknown_topic" };
  const body = readJson(request.body);
  return body.kind === "rejected" ? body : read(body.json, request);
}
