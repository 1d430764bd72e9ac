import type { Refused, Verified, VerifyRequest } from "../platform.ts";
import { hmacBase64, namedBy, sameText } from "../signature.ts";
import { decodeEntities } from "./entities.ts";

/**
 * Base64 HMAC-SHA256 of the raw body under the decoded secret. WooCommerce makes delivery ids of the hook's id and the
 * second, so that two orders of one second share theirs: the body's signature tells them apart.
 */
export function verify({ headers, body, secrets }: VerifyRequest): Verified | Refused {
  const keys = secrets.filter((secret) => secret.length > 0).map(decodeEntities);
  if (keys.length === 0) return { kind: "refused", reason: "no_secret" };
  const signature = headers.get("x-wc-webhook-signature");
  if (!signature) return { kind: "refused", reason: "missing_signature" };
  if (!keys.some((key) => sameText(signature, hmacBase64(key, body)))) {
    return { kind: "refused", reason: "bad_signature" };
  }
  const delivery = namedBy(headers, "x-wc-webhook-delivery-id");
  if (!delivery) return { kind: "refused", reason: "missing_delivery_id" };
  const topic = namedBy(headers, "x-wc-webhook-topic") ?? "unknown";
  return { kind: "verified", deliveryId: `${delivery.slice(0, 200)} ${signature}`, topic: topic.toLowerCase() };
}

const ping = /^webhook_id=\d{1,20}$/;

/** The unsigned form that WooCommerce posts when a hook is made; anything but 200 and the hook is not switched on. */
export function acknowledge({ headers, body }: { headers: Headers; body: Uint8Array }): boolean {
  if (headers.has("x-wc-webhook-signature") || body.length > 40) return false;
  return ping.test(new TextDecoder().decode(body));
}
