import type { CartSnapshot } from "./cart.ts";
import type { ContactSnapshot } from "./contact.ts";
import type { OrderSnapshot } from "./order.ts";
import type { ProductSnapshot, StockSnapshot, ViewSnapshot } from "./product.ts";

export const platformNames = ["shopify", "woocommerce", "magento", "bigcommerce", "stripe", "custom"] as const;
export type PlatformName = (typeof platformNames)[number];

/** A platform's demand under data-protection law, by its three compliance topics. */
export type ComplianceRequest = {
  request: "data_request" | "redact" | "shop_redact";
  reference: string | null;
  email: string | null;
  customerExternalId: string | null;
  orderExternalIds: string[];
};

/**
 * What one webhook means to us, in our words. A deletion names the cart by any of its tokens and knows nothing else of it, and so does activity, which says that its
 * shopper is still about.
 */
export type ShopEvent =
  | { kind: "cart"; cart: CartSnapshot }
  | { kind: "activity"; tokens: string[]; at: Date }
  | { kind: "cart_deleted"; tokens: string[]; deletedAt: Date }
  | { kind: "order"; order: OrderSnapshot }
  | { kind: "contact"; contact: ContactSnapshot; sourceUpdatedAt: Date }
  | { kind: "view"; view: ViewSnapshot }
  | { kind: "product"; product: ProductSnapshot }
  | { kind: "stock"; stock: StockSnapshot }
  | { kind: "shop_uninstalled"; at: Date }
  | { kind: "compliance"; compliance: ComplianceRequest };

export const ignoredReasons = ["unknown_topic", "nothing_to_do", "no_consent"] as const;
export const rejectedReasons = [
  "malformed_json",
  "invalid_utf8",
  "invalid_shape",
  "unknown_currency",
  "invalid_amount",
  "too_many_lines",
] as const;
export type IgnoredReason = (typeof ignoredReasons)[number];
export type RejectedReason = (typeof rejectedReasons)[number];

/** A body that only names what changed: the platform must be asked for `what` by its `id` (Platform.complete). */
export type Incomplete = { kind: "incomplete"; what: string; id: string; topic: string };

/** A translation either yields events or says by name why there are none; `detail` names the field, never its value. */
export type Translation =
  | { kind: "events"; events: ShopEvent[] }
  | Incomplete
  | { kind: "ignored"; reason: IgnoredReason }
  | { kind: "rejected"; reason: RejectedReason; detail: string };

export const webhookOutcomes = ["pending", "applied", "ignored", "rejected", "failed"] as const;
export type WebhookOutcome = (typeof webhookOutcomes)[number];

/** Who brought a stored event: the shop by its webhook, the reconciler that asked the shop, a member's test, or a page of the shop by its public key. */
export const webhookOrigins = ["shop", "reconcile", "test", "browser"] as const;
export type WebhookOrigin = (typeof webhookOrigins)[number];
