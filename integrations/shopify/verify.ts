import type { Refused, Verified, VerifyRequest } from "../platform.ts";
import { hmacBase64, namedBy, sameText } from "../signature.ts";

/**
 * Checks the base64 HMAC-SHA256 of the raw body under the app's client secret. Only the body is signed, not the topic
 * or the delivery id. The `Events` form of the headers comes without `X-`.
 */
export function verify({ headers, body, secrets }: VerifyRequest): Verified | Refused {
  const keys = secrets.filter((secret) => secret.length > 0);
  if (keys.length === 0) return { kind: "refused", reason: "no_secret" };
  const signature = headers.get("shopify-hmac-sha256") ?? headers.get("x-shopify-hmac-sha256");
  if (!signature) return { kind: "refused", reason: "missing_signature" };
  if (!keys.some((key) => sameText(signature, hmacBase64(key, body)))) {
    return { kind: "refused", reason: "bad_signature" };
  }
  const deliveryId = namedBy(headers, "shopify-webhook-id", "x-shopify-webhook-id");
  if (!deliveryId) return { kind: "refused", reason: "missing_delivery_id" };
  const topic = namedBy(headers, "shopify-topic", "x-shopify-topic") ?? "unknown";
  return { kind: "verified", deliveryId, topic: topic.toLowerCase() };
}
