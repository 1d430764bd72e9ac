import { isUtf8 } from "node:buffer";
import { Webhook } from "standardwebhooks";
import type { Refused, VerifyRequest } from "./platform.ts";
import { hmacBase64, namedBy, sameText } from "./signature.ts";

const toleranceSeconds = 300;

/**
 * Verifies the Standard Webhooks scheme (https://www.standardwebhooks.com) under `webhook-` or Svix's `svix-` headers.
 * The standard's own library says what the signature had to be; the age is checked here, against the caller's `now`, so
 * that every refusal has its name: docs/decisions/signatures-over-bytes.md.
 */
export function verifyStandardWebhook(
  request: VerifyRequest,
  prefix: "webhook" | "svix",
): { kind: "verified"; deliveryId: string } | Refused {
  const { headers, body, now } = request;
  const keys = request.secrets.map(keyOf).filter((key) => key.length > 0);
  if (keys.length === 0) return { kind: "refused", reason: "no_secret" };
  const signatures = headers.get(`${prefix}-signature`);
  if (!signatures) return { kind: "refused", reason: "missing_signature" };
  const deliveryId = namedBy(headers, `${prefix}-id`);
  if (!deliveryId) return { kind: "refused", reason: "missing_delivery_id" };
  const timestamp = headers.get(`${prefix}-timestamp`)?.trim() ?? "";
  if (!/^\d{1,12}$/.test(timestamp)) return { kind: "refused", reason: "missing_timestamp" };
  const expected = keys.map((key) => signatureOf(key, { deliveryId, timestamp, body }));
  if (!anySigned(signatures, expected)) return { kind: "refused", reason: "bad_signature" };
  const ageSeconds = Math.floor(now.getTime() / 1000) - Number(timestamp);
  if (ageSeconds > toleranceSeconds) return { kind: "refused", reason: "old_timestamp" };
  if (ageSeconds < -toleranceSeconds) return { kind: "refused", reason: "future_timestamp" };
  return { kind: "verified", deliveryId };
}

function keyOf(secret: string): Buffer {
  return Buffer.from(secret.trim().replace(/^whsec_/, ""), "base64");
}

/** The library knows text only: under it all bodies that differ in broken bytes alone would share a signature. */
function signatureOf(key: Buffer, signed: { deliveryId: string; timestamp: string; body: Uint8Array }): string {
  const { deliveryId, timestamp, body } = signed;
  if (!isUtf8(body)) return hmacBase64(key, `${deliveryId}.${timestamp}.`, body);
  const sentAt = new Date(Number(timestamp) * 1000);
  return new Webhook(key, { format: "raw" }).sign(deliveryId, sentAt, Buffer.from(body).toString()).slice("v1,".length);
}

/** The header lists `v1,<base64>` items apart by spaces; a sender that rotates its key signs with both. */
function anySigned(header: string, expected: string[]): boolean {
  const given = header
    .split(" ")
    .slice(0, 10)
    .flatMap((one) => (one.startsWith("v1,") ? [one.slice(3)] : []));
  return given.some((signature) => expected.some((wanted) => sameText(signature, wanted)));
}
