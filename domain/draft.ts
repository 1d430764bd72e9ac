import type { IncentiveKind } from "./incentive.ts";
import type { StepPurpose, TemplateName } from "./sequence.ts";

/** What the writer may know of one cart line: names and quantity, never a price. */
export type BriefLine = { title: string; variantTitle: string | null; quantity: number };

/** The facts given to the writer. Everything in it that came from outside is untrusted text, bounded in length. */
export type Brief = {
  language: string;
  purpose: StepPurpose;
  template: TemplateName;
  position: number;
  contact: { firstName: string | null; returning: boolean; orders: number };
  lines: BriefLine[];
  lineCount: number;
  incentive: { kind: IncentiveKind; percent: number | null; hasDeadline: boolean; hasCode?: boolean } | null;
  loyaltyLine: boolean;
  brand: { name: string; tone: string; avoidWords: string[] };
};

/** The words of one message. Slots such as {{contact.firstName}} are filled from rows when it is rendered. */
export type Words = { subject: string; preheader: string; heading: string; paragraphs: string[]; button: string };

export const slotNames = ["contact.firstName", "incentive.label", "cart.firstItem", "brand.name"] as const;
export type SlotName = (typeof slotNames)[number];

export const writerNames = ["scripted", "language_model", "member"] as const;
export type WriterName = (typeof writerNames)[number];

export const fallbackReasons = [
  "timeout",
  "rate_limited",
  "provider_error",
  "malformed_output",
  "refused",
  "inspection_failed",
  "not_configured",
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
] as const;
export type FindingCode = (typeof findingCodes)[number];
export type Finding = { code: FindingCode; severity: "block" | "flag"; field: keyof Words; excerpt: string };

/** What a writer answers, with what it cost. Tokens are counts, latency is milliseconds. */
export type Written = {
  words: Words;
  writer: WriterName;
  model: string | null;
  inputTokens: number;
  outputTokens: number;
  latencyMs: number;
};

const bound = (text: string, length: number) =>
  text
    .replace(/[\p{Cc}\p{Cf}]/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, length);

/** Puts a brief together from stored facts, bounding every untrusted text. */
export function briefFor(facts: {
  language: string;
  step: { purpose: StepPurpose; template: TemplateName; position: number };
  contact: { firstName: string | null; orders: number };
  lines: BriefLine[];
  incentive: { kind: IncentiveKind; percent: number | null; validHours: number | null; code?: string | null } | null;
  loyaltyLine: boolean;
  brand: { name: string; tone: string; avoidWords: string[] };
}): Brief {
  const { incentive, contact, brand } = facts;
  return {
    language: facts.language,
    ...facts.step,
    contact: {
      firstName: contact.firstName ? bound(contact.firstName, 40) : null,
      returning: contact.orders > 0,
      orders: contact.orders,
    },
    lines: facts.lines.slice(0, 10).map((line) => ({
      title: bound(line.title, 120),
      variantTitle: line.variantTitle ? bound(line.variantTitle, 60) : null,
      quantity: line.quantity,
    })),
    lineCount: facts.lines.length,
    incentive: incentive
      ? {
          kind: incentive.kind,
          percent: incentive.percent,
          hasDeadline: incentive.validHours !== null,
          hasCode: Boolean(incentive.code),
        }
      : null,
    loyaltyLine: facts.loyaltyLine && contact.orders > 0,
    brand: { name: bound(brand.name, 80), tone: bound(brand.tone, 200), avoidWords: brand.avoidWords.slice(0, 50) },
  };
}
