import { createHmac, randomUUID } from "node:crypto";
import type { ShopDoor } from "#db/across-tenants-doors.ts";
import { secretsOf } from "#db/shops.ts";
import { AppError } from "#domain/app-error.ts";
import { env } from "#env";

/** Tells Comeback what happened in the shop, as any shop would: a signed webhook over HTTP. */
export async function announce(shop: ShopDoor, event: { type: string; data: Record<string, unknown> }, now: Date) {
  const body = JSON.stringify({ ...event, timestamp: now.toISOString() });
  const [secret] = secretsOf(shop, now);
  if (!secret) throw new Error("the shop has no secret");
  const response = await fetch(`${ownAddress()}/api/webhooks/custom/${shop.id}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...signed(body, secret) },
    body,
  });
  if (!response.ok) throw new AppError("conflict", `The shop's webhook was answered ${response.status}: try again`);
}

/** Standard Webhooks: HMAC-SHA256 over id, time and body. The time is the real one, whatever the demo's clock says. */
function signed(body: string, secret: string): Record<string, string> {
  const id = `shop_${randomUUID()}`;
  const timestamp = String(Math.floor(Date.now() / 1000));
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": `v1,${signature}` };
}

/** Where this machine reaches this very app, which need not be where people reach it. */
function ownAddress(): string {
  const { HOST, PORT } = env();
  const host = ["0.0.0.0", "localhost", "::"].includes(HOST) ? "127.0.0.1" : HOST;
  return `http://${host.includes(":") ? `[${host}]` : host}:${PORT}`;
}
