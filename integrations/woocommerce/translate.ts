import type { Translation } from "#domain/shop-event.ts";
import { translateJson } from "../custom/translate.ts";
import { readJson } from "../json-body.ts";
import type { TranslateRequest } from "../platform.ts";
import { rejectionOf } from "../shapes.ts";
import { translateProduct, translateProductDeletion } from "./catalogue.ts";
import { translateOrder } from "./orders.ts";
import { actionPayload } from "./payloads.ts";
import { translateCustomer } from "./people.ts";

const byTopic = new Map<string, (json: unknown, request: TranslateRequest) => Translation>([
  ["order.created", translateOrder],
  ["order.updated", translateOrder],
  ["order.restored", translateOrder],
  // The daily cleaning deletes drafts a day old: the cart behind one is as abandoned as before.
  ["order.deleted", silent],
  ["customer.created", translateCustomer],
  ["customer.updated", translateCustomer],
  ["customer.deleted", silent],
  ["product.created", translateProduct],
  ["product.updated", translateProduct],
  ["product.restored", translateProduct],
  ["product.deleted", translateProductDeletion],
  ["coupon.created", silent],
  ["coupon.updated", silent],
  ["coupon.deleted", silent],
  ["coupon.restored", silent],
]);

export function translate(request: TranslateRequest): Translation {
  const read = request.topic.startsWith("action.") ? translateAction : byTopic.get(request.topic);
  if (!read) return { kind: "ignored", reason: "unknown_topic" };
  const body = readJson(request.body);
  return body.kind === "rejected" ? body : read(body.json, request);
}

/** A hook of PHP with its first argument. Ours is `comeback_event`, whose argument is an event of the custom API. */
function translateAction(json: unknown, request: TranslateRequest): Translation {
  const parsed = actionPayload.safeParse(json);
  if (!parsed.success) return rejectionOf(parsed.error);
  if (request.topic !== "action.comeback_event") return silent();
  return translateJson(parsed.data.arg, request);
}

function silent(): Translation {
  return { kind: "ignored", reason: "nothing_to_do" };
}
