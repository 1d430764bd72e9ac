import type { PlatformName } from "#domain/shop-event.ts";
import { customEventJsonSchema } from "./custom/events.ts";
import { custom } from "./custom/platform.ts";
import type { Platform } from "./platform.ts";
import { shopify } from "./shopify/platform.ts";

export type { Platform, Refused, RefusedReason, TranslateRequest, Verified, VerifyRequest } from "./platform.ts";

/** Every platform that may call us. */
export const platforms: Record<PlatformName, Platform> = { shopify, custom };

/** The JSON Schema (2020-12) of what a custom shop may send: docs/custom-api.md. */
export function customEventSchema(): object {
  return customEventJsonSchema();
}
