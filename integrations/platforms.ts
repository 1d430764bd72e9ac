import type { PlatformName } from "#domain/shop-event.ts";
import { bigcommerce } from "./bigcommerce/platform.ts";
import { type Batch, customBatchJsonSchema, readBatch } from "./custom/batch.ts";
import { readBrowserEvent as readBrowser } from "./custom/browser.ts";
import { browserEventJsonSchema } from "./custom/browser-events.ts";
import { customEventJsonSchema } from "./custom/events.ts";
import { custom } from "./custom/platform.ts";
import { magento } from "./magento/platform.ts";
import type { Platform } from "./platform.ts";
import { PlatformFault } from "./platform-api.ts";
import { shopify } from "./shopify/platform.ts";
import { stripe } from "./stripe/platform.ts";
import { woocommerce } from "./woocommerce/platform.ts";

export type { BrowserEvent } from "./custom/browser-events.ts";
export type {
  Connection,
  CouponRequest,
  CredentialField,
  Platform,
  Reconciled,
  Refused,
  RefusedReason,
  Setup,
  Signing,
  TranslateRequest,
  Verified,
  VerifyRequest,
} from "./platform.ts";
export type { PlatformFaultReason } from "./platform-api.ts";
export { PlatformFault };

/** Every platform that may call us. */
export const platforms: Record<PlatformName, Platform> = { shopify, woocommerce, magento, bigcommerce, stripe, custom };

/** The JSON Schema (2020-12) of what a custom shop may send: docs/custom-api.md. */
export function customEventSchema(): object {
  return customEventJsonSchema();
}

/** The JSON Schema (2020-12) of many of them in one request. */
export function customBatchSchema(): object {
  return customBatchJsonSchema();
}

/** The events of a custom shop's batch, each by itself, or what is wrong with the batch. */
export function readCustomBatch(body: Uint8Array): Batch {
  return readBatch(body);
}

/** What a browser reported to a custom shop's public key, or by name what is wrong with it. */
export function readBrowserEvent(body: Uint8Array): ReturnType<typeof readBrowser> {
  return readBrowser(body);
}

/** The JSON Schema (2020-12) of what the snippet in a custom shop's pages may send. */
export function browserEventSchema(): object {
  return browserEventJsonSchema();
}
