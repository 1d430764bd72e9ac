import { z } from "zod";
import type { ShopEvent, Translation } from "#domain/shop-event.ts";
import { readJson } from "../json-body.ts";
import type { TranslateRequest } from "../platform.ts";
import { identifier, optional, optionalId, rejectionOf } from "../shapes.ts";

/** What we ask BigCommerce to send. Lines of a cart need no hook of their own: each also fires `store/cart/updated`. */
export const bigcommerceTopics = [
  "store/cart/created",
  "store/cart/updated",
  "store/cart/deleted",
  "store/cart/couponApplied",
  "store/cart/abandoned",
  "store/cart/converted",
  "store/order/created",
  "store/order/updated",
  "store/order/statusUpdated",
  "store/order/refund/created",
  "store/customer/created",
  "store/customer/updated",
  "store/product/created",
  "store/product/updated",
  "store/product/deleted",
  "store/product/inventory/updated",
  "store/app/uninstalled",
];

const payload = z.object({
  scope: z.string(),
  created_at: z
    .int()
    .min(631_152_000)
    .max(4_102_444_800)
    .nullish()
    .transform((at) => (at ? new Date(at * 1000) : null)),
  data: z
    .object({
      type: optional(z.string()),
      id: optionalId,
      orderId: optionalId,
      sku: optional(z.object({ product_id: optionalId })),
      inventory: optional(z.object({ product_id: optionalId })),
    })
    .nullish(),
});
type Facts = NonNullable<z.infer<typeof payload>["data"]>;

/** Every body is light: it names what changed, and the cart, order, customer or product must be asked for. */
export function translate(request: TranslateRequest): Translation {
  const body = readJson(request.body);
  if (body.kind === "rejected") return body;
  const parsed = payload.safeParse(body.json);
  if (!parsed.success) return rejectionOf(parsed.error);
  const { scope, created_at, data } = parsed.data;
  // Shops with several channels may name one: store/channel/7/cart/abandoned.
  const topic = scope.replace(/^store\/channel\/\d+\//, "store/");
  const at = created_at ?? request.receivedAt;
  if (topic === "store/app/uninstalled") return one({ kind: "shop_uninstalled", at });
  return translateChange(topic, data ?? null, at);
}

function translateChange(topic: string, facts: Facts | null, at: Date): Translation {
  const id = facts?.id ?? null;
  const ask = (what: string, name: string | null): Translation =>
    name ? { kind: "incomplete", what, id: name, topic } : missing;
  if (topic === "store/cart/converted") return convertedCart(topic, id, facts?.orderId ?? null);
  if (topic === "store/cart/deleted") {
    return id ? one({ kind: "cart_deleted", tokens: [id], deletedAt: at }) : missing;
  }
  if (topic === "store/product/deleted") return id ? one(deletedProduct(id, at)) : missing;
  if (topic.startsWith("store/cart/")) return isOf(facts, "cart") ? ask("cart", id) : nothing;
  if (topic.startsWith("store/order/")) return isOf(facts, "order") ? ask("order", id) : nothing;
  if (/^store\/customer\/(created|updated)$/.test(topic)) return ask("customer", id);
  if (topic.startsWith("store/sku/")) {
    return ask("product", facts?.sku?.product_id ?? facts?.inventory?.product_id ?? null);
  }
  if (topic.startsWith("store/product/")) return isOf(facts, "product") ? ask("product", id) : nothing;
  return { kind: "ignored", reason: "unknown_topic" };
}

/** The order alone does not always name its cart, so that both are asked with: "252 09346904-…". */
function convertedCart(topic: string, cartId: string | null, orderId: string | null): Translation {
  const ids = z.tuple([identifier, identifier]).safeParse([orderId, cartId]);
  if (!ids.success) return missing;
  return { kind: "incomplete", what: "order", id: ids.data.join(" "), topic };
}

function deletedProduct(externalId: string, at: Date): ShopEvent {
  const nothingElse = { title: null, url: null, imageUrl: null, variants: [] };
  return {
    kind: "product",
    product: { externalId, ...nothingElse, complete: false, deletedAt: at, sourceUpdatedAt: at },
  };
}

/** Topics of a kind may speak of another thing: `store/order/transaction/created` carries a transaction's id. */
const isOf = (facts: Facts | null, type: string) => facts?.type == null || facts.type === type;

const missing: Translation = { kind: "rejected", reason: "invalid_shape", detail: "data.id" };
const nothing: Translation = { kind: "ignored", reason: "nothing_to_do" };

function one(event: ShopEvent): Translation {
  return { kind: "events", events: [event] };
}
