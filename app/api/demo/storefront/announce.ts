import { randomUUID } from "node:crypto";
import type { ShopDoor } from "#db/shop-door.ts";
import { secretsOf } from "#db/shops.ts";
import { AppError } from "#domain/app-error.ts";
import { env } from "#env";
import { signed } from "./sign.ts";

/** Tells Comeback what happened in the shop, as any shop would: a signed webhook over HTTP. */
export async function announce(shop: ShopDoor, event: { type: string; data: Record<string, unknown> }, now: Date) {
  const body = JSON.stringify({ ...event, timestamp: now.toISOString() });
  const [secret] = secretsOf(shop, now);
  if (!secret) throw new Error("the shop has no secret");
  // Signatures carry the real time, whatever the demo's clock says.
  const signature = signed(body, { secret, id: `shop_${randomUUID()}`, at: new Date() });
  const response = await fetch(`${ownAddress()}/api/webhooks/custom/${shop.id}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...signature },
    body,
  });
  if (!response.ok) throw new AppError("conflict", `The shop's webhook was answered ${response.status}: try again`);
}

/** Where this machine reaches this very app, which need not be where people reach it. */
function ownAddress(): string {
  const { HOST, PORT } = env();
  const host = ["0.0.0.0", "localhost", "::"].includes(HOST) ? "127.0.0.1" : HOST;
  return `http://${host.includes(":") ? `[${host}]` : host}:${PORT}`;
}
