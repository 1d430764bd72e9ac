import type { WebhookOrigin, WebhookOutcome } from "./shop-event.ts";

/** One stored request as the webhook log lists it. Instants are ISO 8601. */
export type WebhookLogRow = {
  id: string;
  /** Null for reports of the mail provider. */
  shop: { id: string; name: string; platform: string } | null;
  topic: string;
  deliveryId: string;
  origin: WebhookOrigin;
  outcome: WebhookOutcome;
  reason: string | null;
  detail: string | null;
  subjectId: string | null;
  attempts: number;
  bytes: number | null;
  receivedAt: string;
  processedAt: string | null;
};

/** One request with its raw body, for admins. `text` is null when the body is no UTF-8; both are when it was erased. */
export type WebhookLogEntry = WebhookLogRow & { text: string | null; base64: string | null };

/** A demand under data-protection law. `exported` says that there is a file to download. */
export type ComplianceRow = {
  id: string;
  shop: { id: string; name: string };
  request: "data_request" | "redact" | "shop_redact";
  reference: string | null;
  receivedAt: string;
  completedAt: string | null;
  exported: boolean;
};
