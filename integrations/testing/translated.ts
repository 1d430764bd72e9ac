import type { ShopEvent, Translation } from "#domain/shop-event.ts";
import type { Platform } from "../platform.ts";

export const receivedAt = new Date("2026-11-08T00:00:00Z");

export type Body = Uint8Array | string | object;

/** What a platform makes of a body given as bytes, text or object, for a shop in euros that heard it at `receivedAt`. */
export function translatedBy(platform: Platform) {
  return (topic: string, body: Body, shopCurrency: string | null = "EUR"): Translation =>
    platform.translate({ topic, body: bytesOf(body), shopCurrency, receivedAt });
}

export function bytesOf(body: Body): Uint8Array {
  if (body instanceof Uint8Array) return body;
  return new TextEncoder().encode(typeof body === "string" ? body : JSON.stringify(body));
}

/** The first event of a translation, which must be of the kind; fails with the translation otherwise. */
export function only<K extends ShopEvent["kind"]>(kind: K, translation: Translation): Extract<ShopEvent, { kind: K }> {
  const event = translation.kind === "events" ? translation.events[0] : undefined;
  if (event?.kind !== kind) throw new Error(`no ${kind}: ${JSON.stringify(translation)}`);
  return event as Extract<ShopEvent, { kind: K }>;
}
