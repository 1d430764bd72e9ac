import { createHmac } from "node:crypto";

/** The headers of the Standard Webhooks scheme: HMAC-SHA256 over id, time and body. */
export function signed(
  body: string,
  { secret, id, at }: { secret: string; id: string; at: Date },
): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": `v1,${signature}` };
}
