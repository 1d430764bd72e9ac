import type { AnswerFacts } from "./answer-facts.ts";
import type { Device } from "./device.ts";
import type { IncentiveKind } from "./incentive.ts";
import type { Money } from "./money.ts";
import type { SavedTemplateId, StepPurpose, TemplateName } from "./sequence.ts";

/** What the writer may know of one cart line: names and quantity, never a price. `id` is "line.1" for the first. */
export type BriefLine = { id: string; title: string; variantTitle: string | null; quantity: number };

/** What the shop's rows say of a contact before this cart. `spent` is in the cart's currency. */
export type ContactHistory = {
  orders: number;
  lastOrderDays: number | null;
  recoveries: number;
  spent?: Money | null;
};

/** The shop's policies, short and in its own words, in the brief's language. */
export type StorePolicies = { returns: string | null; shipping: string | null };

/** How a brand speaks: `examples` are sentences that it likes. */
export type BrandVoice = { name: string; tone: string; avoidWords: string[]; useWords: string[]; examples: string[] };

/**
 * The facts given to the writer. Everything in it that came from outside is untrusted text, bounded in length. `lineCount`
 * counts all lines, of which at most ten are told; `stock` holds only lines of which few pieces are left.
 */
export type Brief = {
  language: string;
  purpose: StepPurpose;
  template: TemplateName;
  /** The template that members made out of it and the message wears; never told. */
  savedTemplate?: SavedTemplateId;
  position: number;
  contact: ContactHistory & { firstName: string | null; returning: boolean; vip: boolean };
  lines: BriefLine[];
  lineCount: number;
  total: Money | null;
  incentive: { kind: IncentiveKind; percent: number | null; hasDeadline: boolean; hasCode: boolean } | null;
  hints: { shippingCostSeen: boolean; device: Device | null; hoursAway: number | null };
  stock: { lineId: string; left: number }[];
  loyaltyLine: boolean;
  brand: BrandVoice;
  store: StorePolicies;
  /** What is answered, where the words answer a mail. */
  answer?: AnswerFacts;
};

/** The words of one message. Slots such as {{contact.firstName}} are filled from rows when it is rendered. */
export type Words = {
  subject: string;
  preheader: string;
  heading: string;
  paragraphs: string[];
  button: string;
  postscript?: string | null;
};

export const slotNames = [
  "contact.firstName",
  "incentive.label",
  "incentive.code",
  "incentive.deadline",
  "cart.firstItem",
  "cart.count",
  "cart.total",
  "stock.left",
  "store.returns",
  "store.shipping",
  "brand.name",
] as const;
/** Slots that only an answer to a mail has facts for. */
export const answerSlotNames = ["order.name", "order.date", "cart.link"] as const;
export type SlotName = (typeof slotNames)[number] | (typeof answerSlotNames)[number];

export const writerNames = ["scripted", "language_model", "member"] as const;
export type WriterName = (typeof writerNames)[number];

export const fallbackReasons = [
  "timeout",
  "rate_limited",
  "provider_error",
  "provider_down",
  "malformed_output",
  "empty_answer",
  "cut_off",
  "too_long",
  "tool_call",
  "refused",
  "filtered",
  "wrong_language",
  "inspection_failed",
  "not_configured",
  "budget_spent",
] as const;
export type FallbackReason = (typeof fallbackReasons)[number];

export const findingCodes = [
  "number",
  "percentage",
  "currency",
  "link",
  "deadline",
  "stock",
  "code",
  "unknown_slot",
  "slot_without_fact",
  "unknown_product",
  "incentive_claim",
  "guarantee",
  "spam_phrase",
  "all_caps",
  "reply_prefix",
  "too_long",
  "empty",
  "hidden_character",
  "leaked_instruction",
  "wrong_language",
  "review_claim",
  "history_claim",
  "health_claim",
  "unknown_name",
  "avoided_word",
  "unproven_words",
] as const;
export type FindingCode = (typeof findingCodes)[number];
export type Finding = { code: FindingCode; severity: "block" | "flag"; field: keyof Words; excerpt: string };

/**
 * What a writer answers, with what it cost. `subjects` are the candidates of which `words.subject` was chosen; tokens are
 * counts, latency is milliseconds, `costMicros` are millionths of the currency's unit; `confidence` is 0 to 1 where said.
 */
export type Written = {
  words: Words;
  subjects: string[];
  writer: WriterName;
  model: string | null;
  promptVersion: string;
  inputTokens: number;
  cachedInputTokens: number;
  outputTokens: number;
  costMicros: number;
  currency: string | null;
  confidence: number | null;
  latencyMs: number;
};

/** What an answer took, whether or not it held words. */
export type Spent = Omit<Written, "words" | "subjects" | "writer" | "confidence">;
