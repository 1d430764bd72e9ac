import type { IgnoredReason, RejectedReason, WebhookOrigin, WebhookOutcome } from "#domain/shop-event.ts";
import type { Tone } from "../ui/badge.tsx";

export const outcomeLabels: Record<WebhookOutcome, string> = {
  pending: "Waiting",
  applied: "Applied",
  ignored: "Ignored",
  rejected: "Rejected",
  failed: "Failed",
};

export const outcomeTones: Record<WebhookOutcome, Tone> = {
  pending: "accent",
  applied: "good",
  ignored: "neutral",
  rejected: "warn",
  failed: "bad",
};

export const outcomeHints: Record<WebhookOutcome, string> = {
  pending: "It is stored and will be applied in a moment.",
  applied: "It changed what is known of a cart, an order or a contact.",
  ignored: "It was understood and means nothing to us.",
  rejected: "Its signature holds, but its body is not what the platform promises.",
  failed: "It could not be applied and waits for a person. Replay it when the cause is mended.",
};

export const originLabels: Record<WebhookOrigin, string> = {
  shop: "Webhook",
  reconcile: "Found by asking the shop",
  test: "Test event",
};

const reasonLabels: Record<IgnoredReason | RejectedReason | "fault" | "incomplete" | "test_event", string> = {
  unknown_topic: "No rule for this topic",
  nothing_to_do: "Nothing in it that we keep",
  malformed_json: "The body is no JSON",
  invalid_utf8: "The body is no UTF-8 text",
  invalid_shape: "A field is missing or of the wrong kind",
  unknown_currency: "The currency is unknown",
  invalid_amount: "An amount is negative or absurd",
  too_many_lines: "The cart has too many lines",
  test_event: "A test: it travelled the whole way",
  fault: "Applying it broke",
  incomplete: "The rest could not be asked of the shop",
};

const labelsByName: Record<string, string> = reasonLabels;

/** The sentence for a stored reason; one without a sentence is shown by its own name. */
export const reasonLabel = (reason: string) => labelsByName[reason] ?? reason.replace(/_/g, " ");
