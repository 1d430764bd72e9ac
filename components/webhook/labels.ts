import type { IgnoredReason, RejectedReason, WebhookOrigin, WebhookOutcome } from "#domain/shop-event.ts";
import type { UnansweredReason } from "#domain/unanswered-reason.ts";
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
  browser: "From a page of the shop",
};

type Reason = IgnoredReason | RejectedReason | UnansweredReason | "fault" | "incomplete" | "test_event";

const reasonLabels: Record<Reason, string> = {
  unknown_topic: "No rule for this topic",
  nothing_to_do: "Nothing in it that we keep",
  no_consent: "The shopper did not ask to be written to",
  malformed_json: "The body is no JSON",
  invalid_utf8: "The body is no UTF-8 text",
  invalid_shape: "A field is missing or of the wrong kind",
  unknown_currency: "The currency is unknown",
  invalid_amount: "An amount is negative or absurd",
  too_many_lines: "The cart has too many lines",
  test_event: "A test: it travelled the whole way",
  fault: "Applying it broke",
  incomplete: "The rest could not be asked of the shop",
  no_credentials: "Access to the shop is missing",
  api_not_configured: "The address of the shop's API is unknown",
  api_unauthorized: "The shop did not accept our access",
  api_refused: "The shop's API refused the question",
  api_redirected: "The shop's API has moved",
  api_foreign_host: "The shop named an address that is not its own",
};

const labelsByName: Record<string, string> = reasonLabels;

const remedies: Partial<Record<Reason, string>> = {
  fault: "Five tries broke. The server's log names the cause under the event's id.",
  no_credentials: "The event names only what changed: enter access on the shop's page, then replay it.",
  api_not_configured: "Enter access on the shop's page anew, then replay it.",
  api_unauthorized: "Enter access on the shop's page anew, or give it more rights in the shop, then replay it.",
  api_refused: "Check what the access may read in the shop, then replay it.",
  api_redirected: "Check the shop's address, then replay it.",
};
const remediesByName: Record<string, string | undefined> = remedies;

/** What a person can do about a request that failed for this reason; null where there is nothing to be said. */
export const remedyOf = (reason: string | null) => (reason && remediesByName[reason]) || null;

/** The sentence for a stored reason; one without a sentence is shown by its own name. */
export const reasonLabel = (reason: string) => labelsByName[reason] ?? reason.replace(/_/g, " ");
