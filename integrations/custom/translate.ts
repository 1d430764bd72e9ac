import { z } from "zod";
import type { ComplianceRequest, ShopEvent, Translation } from "#domain/shop-event.ts";
import { readJson } from "../json-body.ts";
import type { TranslateRequest } from "../platform.ts";
import { clean, rejectionOf } from "../shapes.ts";
import { browserTopic, translateBrowser } from "./browser.ts";
import { cartFrom, orderFrom } from "./carts.ts";
import { type CustomDemand, type CustomEvent, customEvent, customTopics } from "./events.ts";
import { personFrom } from "./person.ts";
import { timeOr } from "./times.ts";
import { viewFrom } from "./views.ts";

const envelope = z.object({ type: z.string() });

/** Of signed bodies the own `type` decides, whatever topic it was stored under. An absent time is the envelope's, then our receipt. */
export function translate(request: TranslateRequest): Translation {
  // Stored under such a topic it is a browser's, which nobody signed.
  if (request.topic.startsWith(browserTopic)) return translateBrowser(request);
  const body = readJson(request.body);
  return body.kind === "rejected" ? body : translateJson(body.json, request);
}

/** The same for an event that was read already, as when another platform's request carries it. */
export function translateJson(json: unknown, request: TranslateRequest): Translation {
  const named = envelope.safeParse(json);
  if (!named.success) return rejectionOf(named.error);
  if (!customTopics.has(named.data.type)) return { kind: "ignored", reason: "unknown_topic" };
  const parsed = customEvent.safeParse(json);
  if (!parsed.success) return rejectionOf(parsed.error);
  return translateEvent(parsed.data, request);
}

function translateEvent(event: CustomEvent, request: TranslateRequest): Translation {
  const fallback = timeOr(event.timestamp, request.receivedAt);
  switch (event.type) {
    case "cart.updated":
      return cartFrom(event.data, request.shopCurrency, fallback);
    case "order.placed":
    case "order.updated":
      return orderFrom(event.data, request.shopCurrency, fallback);
    case "cart.deleted": {
      const tokens = [...new Set([event.data.id, ...(event.data.tokens ?? [])])];
      return one({ kind: "cart_deleted", tokens, deletedAt: timeOr(event.data.deletedAt, fallback) });
    }
    case "customer.updated": {
      const consent = event.data.acceptsMarketing === false ? { consent: "withdrawn" as const } : {};
      const contact = { ...personFrom(event.data), ...consent };
      return one({ kind: "contact", contact, sourceUpdatedAt: timeOr(event.data.updatedAt, fallback) });
    }
    case "product.viewed":
      return viewFrom(event.data, request.shopCurrency, fallback);
    case "customer.redact":
      return demandFrom("redact", event.data);
    case "customer.data_request":
      return demandFrom("data_request", event.data);
  }
}

function demandFrom(request: ComplianceRequest["request"], demand: CustomDemand): Translation {
  if (!demand.customerId && !demand.email)
    return { kind: "rejected", reason: "invalid_shape", detail: "data.customerId" };
  return one({
    kind: "compliance",
    compliance: {
      request,
      reference: clean(demand.reference ?? "", 255) || null,
      email: clean(demand.email ?? "", 320) || null,
      customerExternalId: demand.customerId ?? null,
      orderExternalIds: demand.orderIds ?? [],
    },
  });
}

function one(event: ShopEvent): Translation {
  return { kind: "events", events: [event] };
}
