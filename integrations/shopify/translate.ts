import type { Translation } from "#domain/shop-event.ts";
import { readJson } from "../json-body.ts";
import type { TranslateRequest } from "../platform.ts";
import { translateCart, translateCheckout, translateDeletion } from "./carts.ts";
import { translateProduct, translateProductDeletion, translateStock, translateUninstall } from "./catalogue.ts";
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
  ["orders/fulfilled", translateOrder],
  ["orders/partially_fulfilled", translateOrder],
  ["orders/edited", silent],
  ["orders/delete", silent],
  ["customers/create", translateCustomer],
  ["customers/update", translateCustomer],
  ["customers/enable", translateCustomer],
  ["customers/disable", translateCustomer],
  ["customers/delete", silent],
  ["customers_email_marketing_consent/update", translateConsent],
  ["products/create", translateProduct],
  ["products/update", translateProduct],
  ["products/delete", translateProductDeletion],
  ["inventory_levels/update", translateStock],
  ["app/uninstalled", translateUninstall],
  ["customers/data_request", translateCompliance("data_request")],
  ["customers/redact", translateCompliance("redact")],
  ["shop/redact", translateCompliance("shop_redact")],
]);

/** Known topics that say nothing we keep: `orders/updated` follows an edit, and past orders and people stay as they were. */
function silent(): Translation {
  return { kind: "ignored", reason: "nothing_to_do" };
}

export function translate(request: TranslateRequest): Translation {
  const read = byTopic.get(request.topic);
  if (!read) return { kind: "ignored", reason: "unknown_topic" };
  const body = readJson(request.body);
  return body.kind === "rejected" ? body : read(body.json, request);
}
